<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Tintype</source>
        <translation>Über Tintype</translation>
    </message>
    <message>
        <source>Tintype {0}</source>
        <translation>Tintype {0}</translation>
    </message>
    <message>
        <source>&lt;p&gt;Tintype colorizes black-and-white photos on your own computer.&lt;/p&gt;&lt;p&gt;The colour is a guess by a neural network: it shows how a scene may have looked, not how it did.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Tintype koloriert Schwarz-Weiß-Fotos auf Ihrem eigenen Computer.&lt;/p&gt;&lt;p&gt;Die Farbe ist von einem neuronalen Netz geraten: Sie zeigt, wie eine Szene ausgesehen haben könnte, nicht, wie sie aussah.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Parts by others</source>
        <translation>Teile von anderen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ActivityBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop colorizing (Esc)</source>
        <translation>Kolorieren anhalten (Esc)</translation>
    </message>
</context>
<context>
    <name>AdjustPanel</name>
    <message>
        <source> %</source>
        <extracomment>Width in heights of a line, for users of large fonts.</extracomment>
        <translation> %</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>&amp;Saturation</source>
        <translation>&amp;Sättigung</translation>
    </message>
    <message>
        <source>&amp;Restrained – vivid</source>
        <translation>Ve&amp;rhalten – lebhaft</translation>
    </message>
    <message>
        <source>&amp;Warmth</source>
        <translation>&amp;Wärme</translation>
    </message>
    <message>
        <source>&amp;Tint</source>
        <translation>&amp;Tönung</translation>
    </message>
    <message>
        <source>Shadows and highlights</source>
        <translation>Schatten und Lichter</translation>
    </message>
    <message>
        <source>Colour in sh&amp;adows</source>
        <translation>F&amp;arbe in Schatten</translation>
    </message>
    <message>
        <source>Colour in hi&amp;ghlights</source>
        <translation>Farbe in &amp;Lichtern</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>&amp;Purple patches</source>
        <translation>&amp;Violette Flecken</translation>
    </message>
    <message>
        <source>&amp;Orange skin</source>
        <translation>&amp;Orange Haut</translation>
    </message>
    <message>
        <source>Gree&amp;n casts</source>
        <translation>Grü&amp;nstiche</translation>
    </message>
    <message>
        <source>Colour over e&amp;dges</source>
        <translation>Farbe über &amp;Kanten</translation>
    </message>
    <message>
        <source>One colour</source>
        <translation>Eine Farbe</translation>
    </message>
    <message>
        <source>Other h&amp;ue</source>
        <translation>Anderer Farbt&amp;on</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>&amp;Its saturation</source>
        <translation>&amp;Ihre Sättigung</translation>
    </message>
</context>
<context>
    <name>AdjustmentRow</name>
    <message>
        <source>Double-click to reset</source>
        <extracomment>Steps of a slider to the unit of a setting; degrees are counted one by one.</extracomment>
        <translation>Doppelklick setzt zurück</translation>
    </message>
</context>
<context>
    <name>CandidateBar</name>
    <message>
        <source>Other colours</source>
        <translation>Andere Farben</translation>
    </message>
    <message>
        <source>Looking for other colours…</source>
        <translation>Andere Farben werden gesucht…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close other colours</source>
        <translation>Andere Farben schließen</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Colorized</source>
        <translation>Koloriert</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open Photos</source>
        <translation>Fotos öffnen</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Save Colorized Photo</source>
        <translation>Koloriertes Foto speichern</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop photos here</source>
        <translation>Fotos hier ablegen</translation>
    </message>
    <message>
        <source>One photo, several, or a whole folder. They stay on this computer,
and the originals stay as they are.</source>
        <translation>Ein Foto, mehrere oder ein ganzer Ordner. Sie bleiben auf diesem Computer,
und die Originale bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Open Photos…</source>
        <translation>Fotos öffnen…</translation>
    </message>
    <message>
        <source>Open {0} again</source>
        <translation>{0} wieder öffnen</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Tintype met an error that it did not expect. Your originals are untouched, and you can go on working. If it comes again, please report it with the details below.</source>
        <translation>Tintype ist auf einen unerwarteten Fehler gestoßen. Ihre Originale sind unberührt, und Sie können weiterarbeiten. Kommt er wieder, melden Sie ihn bitte mit den Einzelheiten unten.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Log: {0}</source>
        <translation>Protokoll: {0}</translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>Film strip</source>
        <translation>Filmstreifen</translation>
    </message>
</context>
<context>
    <name>HuePicker</name>
    <message>
        <source>Pick a Colour</source>
        <translation>Farbe aufnehmen</translation>
    </message>
    <message>
        <source>Click into the photo to repair colours like that one</source>
        <translation>Ins Foto klicken, um Farben wie diese zu reparieren</translation>
    </message>
    <message>
        <source>No colour picked</source>
        <translation>Keine Farbe aufgenommen</translation>
    </message>
    <message>
        <source>Hue {0}°</source>
        <translation>Farbton {0}°</translation>
    </message>
</context>
<context>
    <name>LabelPage</name>
    <message>
        <source>Photo coloured by AI</source>
        <translation>Foto, von KI koloriert</translation>
    </message>
    <message>
        <source>Photo enhanced by an algorithm</source>
        <translation>Foto, von einem Algorithmus verbessert</translation>
    </message>
    <message>
        <source>Picture made by AI</source>
        <translation>Bild, von KI erzeugt</translation>
    </message>
    <message>
        <source>That of the original</source>
        <translation>Wie im Original</translation>
    </message>
    <message>
        <source>No mark</source>
        <translation>Kein Hinweis</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>Oben links</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>Oben rechts</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>Unten links</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>Unten rechts</translation>
    </message>
    <message>
        <source>Write the settings beside the photo, &amp;too</source>
        <translation>Einstellungen auch &amp;neben das Foto schreiben</translation>
    </message>
    <message>
        <source>&amp;Digital source type</source>
        <translation>&amp;Digitaler Quellentyp</translation>
    </message>
    <message>
        <source>Ca&amp;ption</source>
        <translation>Bild&amp;beschreibung</translation>
    </message>
    <message>
        <source>&amp;Visible mark</source>
        <translation>&amp;Sichtbarer Hinweis</translation>
    </message>
    <message>
        <source>“Colorized by AI”, in small letters in a corner of the photo.</source>
        <translation>„Colorized by AI“, klein in einer Ecke des Fotos.</translation>
    </message>
    <message>
        <source>Sidecar</source>
        <translation>Begleitdatei</translation>
    </message>
    <message>
        <source>A file photo.jpg.tintype.json; opening it, or the photo, goes on with the work.</source>
        <translation>Eine Datei foto.jpg.tintype.json; wer sie oder das Foto öffnet, arbeitet dort weiter.</translation>
    </message>
    <message>
        <source>The photo is a photograph, and its colour was made by a trained algorithm (AI).</source>
        <translation>Das Foto ist eine Fotografie, und seine Farbe stammt von einem trainierten Algorithmus (KI).</translation>
    </message>
    <message>
        <source>The photo is a photograph that an algorithm has enhanced; AI is not mentioned.</source>
        <translation>Das Foto ist eine Fotografie, die ein Algorithmus verbessert hat; KI wird nicht erwähnt.</translation>
    </message>
    <message>
        <source>The whole picture was made by a trained algorithm (AI), its forms as well.</source>
        <translation>Das ganze Bild, auch seine Formen, stammt von einem trainierten Algorithmus (KI).</translation>
    </message>
</context>
<context>
    <name>LoadingController</name>
    <message>
        <source>Pasted picture {0}</source>
        <extracomment>Physical pixels of the longer side.</extracomment>
        <translation>Eingefügtes Bild {0}</translation>
    </message>
    <message>
        <source>There are no photos in “{0}” that Tintype can open.</source>
        <translation>In „{0}“ sind keine Fotos, die Tintype öffnen kann.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>There is no photo in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Foto.</translation>
    </message>
    <message>
        <source>The colour alone</source>
        <translation>Nur die Farbe</translation>
    </message>
    <message>
        <source>Striped: the colour is a guess</source>
        <translation>Gestreift: Die Farbe ist geraten</translation>
    </message>
    <message>
        <source>Tintype closes as soon as the photo is saved.</source>
        <translation>Tintype schließt, sobald das Foto gespeichert ist.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Waiting</source>
        <extracomment>Under this name, called like this, the tool that gathers texts finds them.</extracomment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Colorizing…</source>
        <translation>Wird koloriert…</translation>
    </message>
    <message>
        <source>Colorized</source>
        <translation>Koloriert</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>{0} × {1} pixels</source>
        <translation>{0} × {1} Pixel</translation>
    </message>
    <message>
        <source>{0}, {1} bits</source>
        <translation>{0}, {1} Bit</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Restrained</source>
        <translation>Verhalten</translation>
    </message>
    <message>
        <source>Vivid</source>
        <translation>Lebhaft</translation>
    </message>
    <message>
        <source>Another guess</source>
        <translation>Anders geraten</translation>
    </message>
    <message>
        <source>A third guess</source>
        <translation>Noch anders</translation>
    </message>
    <message>
        <source>Closer look</source>
        <translation>Genauer besehen</translation>
    </message>
    <message>
        <source>Loading the colorizer…</source>
        <translation>Der Kolorierer wird geladen…</translation>
    </message>
    <message>
        <source>Saving “{0}”…</source>
        <translation>„{0}“ wird gespeichert…</translation>
    </message>
    <message>
        <source>Copying “{0}”…</source>
        <translation>„{0}“ wird kopiert…</translation>
    </message>
    <message>
        <source>Looking for other colours…</source>
        <translation>Andere Farben werden gesucht…</translation>
    </message>
    <message>
        <source>Opening “{0}”…</source>
        <translation>„{0}“ wird geöffnet…</translation>
    </message>
    <message>
        <source>Colorizing “{0}”…</source>
        <translation>„{0}“ wird koloriert…</translation>
    </message>
    <message>
        <source>({0} of {1})</source>
        <translation>({0} von {1})</translation>
    </message>
</context>
<context>
    <name>PresetButton</name>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Remove Preset</source>
        <translation>Vorgabe entfernen</translation>
    </message>
    <message>
        <source>Save as Preset…</source>
        <translation>Als Vorgabe speichern…</translation>
    </message>
    <message>
        <source>As predicted</source>
        <translation>Wie vorhergesagt</translation>
    </message>
    <message>
        <source>Restrained</source>
        <translation>Verhalten</translation>
    </message>
    <message>
        <source>Vivid</source>
        <translation>Lebhaft</translation>
    </message>
    <message>
        <source>Warm print</source>
        <translation>Warmer Abzug</translation>
    </message>
    <message>
        <source>Hand-tinted</source>
        <translation>Handkoloriert</translation>
    </message>
    <message>
        <source>Faded slide</source>
        <translation>Verblichenes Dia</translation>
    </message>
    <message>
        <source>Heal purple and orange</source>
        <translation>Violett und Orange heilen</translation>
    </message>
    <message>
        <source>Save as Preset</source>
        <translation>Als Vorgabe speichern</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
</context>
<context>
    <name>SavingPage</name>
    <message>
        <source>Same as the original</source>
        <translation>Wie das Original</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 Bit</translation>
    </message>
    <message>
        <source>&amp;WebP without loss</source>
        <translation>&amp;WebP ohne Verlust</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>That of the original</source>
        <translation>Wie im Original</translation>
    </message>
    <message>
        <source> megapixels</source>
        <translation> Megapixel</translation>
    </message>
    <message>
        <source>Save &amp;as</source>
        <translation>Speichern &amp;als</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>&amp;Tiefe</translation>
    </message>
    <message>
        <source>&amp;Quality of JPEG and WebP</source>
        <translation>&amp;Qualität von JPEG und WebP</translation>
    </message>
    <message>
        <source>Compression of &amp;TIFF</source>
        <translation>Kompression von T&amp;IFF</translation>
    </message>
    <message>
        <source>C&amp;olour space</source>
        <translation>&amp;Farbraum</translation>
    </message>
    <message>
        <source>Another colour space than sRGB needs an original with a profile of its own.</source>
        <translation>Ein anderer Farbraum als sRGB setzt ein Original mit eigenem Farbprofil voraus.</translation>
    </message>
    <message>
        <source>&amp;Largest photo</source>
        <translation>&amp;Größtes Foto</translation>
    </message>
    <message>
        <source>Larger photos are not opened: they could fill the memory.</source>
        <translation>Größere Fotos werden nicht geöffnet: Sie könnten den Speicher füllen.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Sprache des Systems</translation>
    </message>
    <message>
        <source>Use Other Weights…</source>
        <translation>Andere Gewichte…</translation>
    </message>
    <message>
        <source>Use Tintype&apos;s Own</source>
        <translation>Tintypes eigene</translation>
    </message>
    <message>
        <source>&amp;Compute on</source>
        <translation>Re&amp;chnen auf</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Another language shows at the next start.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Allgemein</translation>
    </message>
    <message>
        <source>Photo &amp;Files</source>
        <translation>&amp;Dateien</translation>
    </message>
    <message>
        <source>La&amp;bel</source>
        <translation>&amp;Kennzeichnung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Tintype&apos;s own</source>
        <translation>Tintypes eigene</translation>
    </message>
    <message>
        <source>Use Other Weights</source>
        <translation>Andere Gewichte verwenden</translation>
    </message>
    <message>
        <source>Weights files</source>
        <translation>Gewichtsdateien</translation>
    </message>
</context>
<context>
    <name>ShortcutDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SplitDivider</name>
    <message>
        <source>Divider of before and after</source>
        <translation>Trenner zwischen vorher und nachher</translation>
    </message>
    <message>
        <source>Drag, or press the arrow keys</source>
        <translation>Ziehen oder Pfeiltasten drücken</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;Open Photos…</source>
        <translation>Fotos &amp;öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>Or&amp;dner öffnen…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Copy Colorized Photo</source>
        <translation>Koloriertes Foto &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Close Photo</source>
        <translation>Foto s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Reset Colour</source>
        <translation>Farbe &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Copy Se&amp;ttings</source>
        <translation>Einste&amp;llungen kopieren</translation>
    </message>
    <message>
        <source>Paste Sett&amp;ings</source>
        <translation>Einstellun&amp;gen einfügen</translation>
    </message>
    <message>
        <source>Other C&amp;olours</source>
        <translation>Andere &amp;Farben</translation>
    </message>
    <message>
        <source>Colorize &amp;Again</source>
        <translation>&amp;Noch einmal kolorieren</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Fit in Window</source>
        <translation>Ins Fenster ein&amp;passen</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>&amp;Tatsächliche Größe</translation>
    </message>
    <message>
        <source>&amp;Double Size</source>
        <translation>&amp;Doppelte Größe</translation>
    </message>
    <message>
        <source>Fi&amp;ll Window</source>
        <translation>Fenster &amp;füllen</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Show &amp;Original</source>
        <translation>&amp;Original zeigen</translation>
    </message>
    <message>
        <source>S&amp;plit View</source>
        <translation>Ge&amp;teilte Ansicht</translation>
    </message>
    <message>
        <source>&amp;Colour Alone</source>
        <translation>Nur die Fa&amp;rbe</translation>
    </message>
    <message>
        <source>Show &amp;Guesses</source>
        <translation>Geratenes &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Previous Photo</source>
        <translation>&amp;Voriges Foto</translation>
    </message>
    <message>
        <source>&amp;Next Photo</source>
        <translation>&amp;Nächstes Foto</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>Einstell&amp;ungen…</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Tintype</source>
        <translation>Ü&amp;ber Tintype</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
</context>
<context>
    <name>WindowDialogs</name>
    <message>
        <source>Colour was adjusted and not saved. Photos: {0}</source>
        <translation>Farbe wurde geändert und nicht gespeichert. Fotos: {0}</translation>
    </message>
    <message>
        <source>Close without Saving</source>
        <translation>Schließen, ohne zu speichern</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Show the original while held</source>
        <translation>Gedrückt halten zeigt das Original</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Move the photo</source>
        <translation>Foto bewegen</translation>
    </message>
    <message>
        <source>Arrow keys, or drag</source>
        <translation>Pfeiltasten oder ziehen</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>+ and −, or the wheel</source>
        <translation>+ und − oder das Mausrad</translation>
    </message>
    <message>
        <source>Reset a slider</source>
        <translation>Einen Regler zurücksetzen</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
</context>
<context>
    <name>WindowPresenter</name>
    <message>
        <source>Saved as “{0}”.</source>
        <translation>Gespeichert als „{0}“.</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>The colorized photo is in the clipboard.</source>
        <translation>Das kolorierte Foto ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>Worker</name>
    <message>
        <source>There is not enough memory for this photo; close other programs and try again.</source>
        <translation>Für dieses Foto reicht der Speicher nicht; schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({0}); the log has the details.</source>
        <translation>Etwas Unerwartetes ist geschehen ({0}); Einzelheiten stehen im Protokoll.</translation>
    </message>
</context>
<context>
    <name>session</name>
    <message>
        <source>Other Colours</source>
        <extracomment>Steps by key or wheel that follow one another this closely are one gesture.</extracomment>
        <translation>Andere Farben</translation>
    </message>
    <message>
        <source>Colour Settings</source>
        <translation>Farbeinstellungen</translation>
    </message>
</context>
</TS>
