<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Tintype</source>
        <extracomment>Margins, frames and the scroll bar.</extracomment>
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
    <name>ActionTips</name>
    <message>
        <source>Choose photos to colorize; they are only read</source>
        <extracomment>Under this name, called like this, the tool that gathers texts finds them.</extracomment>
        <translation>Fotos zum Kolorieren wählen; sie werden nur gelesen</translation>
    </message>
    <message>
        <source>Open all photos of a folder side by side in the film strip</source>
        <translation>Alle Fotos eines Ordners nebeneinander im Filmstreifen öffnen</translation>
    </message>
    <message>
        <source>Colorize the picture that was copied in another program</source>
        <translation>Das Bild kolorieren, das in einem anderen Programm kopiert wurde</translation>
    </message>
    <message>
        <source>Write the colorized photo as a new file; the original stays as it is</source>
        <translation>Das kolorierte Foto als neue Datei schreiben; das Original bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Write the colorized photo under a name, in a format and a quality that you choose</source>
        <translation>Das kolorierte Foto unter einem Namen, in einem Format und einer Qualität Ihrer Wahl schreiben</translation>
    </message>
    <message>
        <source>Write only the colour, as a transparent picture to lay over the photo elsewhere</source>
        <translation>Nur die Farbe schreiben, als durchsichtiges Bild, das anderswo über das Foto gelegt wird</translation>
    </message>
    <message>
        <source>Write lightness and colour as separate planes of numbers, for science</source>
        <translation>Helligkeit und Farbe als getrennte Zahlenebenen schreiben, für die Wissenschaft</translation>
    </message>
    <message>
        <source>Put the colorized photo into the clipboard, for another program</source>
        <translation>Das kolorierte Foto in die Zwischenablage legen, für ein anderes Programm</translation>
    </message>
    <message>
        <source>Take this photo out of the window; its file is not touched</source>
        <translation>Dieses Foto aus dem Fenster nehmen; die Datei bleibt unberührt</translation>
    </message>
    <message>
        <source>Bring back the photo that was closed last, with its work</source>
        <translation>Das zuletzt geschlossene Foto zurückholen, mit der Arbeit daran</translation>
    </message>
    <message>
        <source>Close Tintype</source>
        <translation>Tintype schließen</translation>
    </message>
    <message>
        <source>Take back the last change to this photo&apos;s colour</source>
        <translation>Die letzte Änderung an der Farbe dieses Fotos zurücknehmen</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>Die zurückgenommene Änderung wieder machen</translation>
    </message>
    <message>
        <source>Remember the sliders of this photo, for other photos</source>
        <translation>Die Regler dieses Fotos merken, für andere Fotos</translation>
    </message>
    <message>
        <source>Set this photo&apos;s sliders as they were copied from another</source>
        <translation>Die Regler dieses Fotos so stellen, wie sie von einem anderen kopiert wurden</translation>
    </message>
    <message>
        <source>Turn this photo by a quarter to the left; it is colorized anew</source>
        <translation>Dieses Foto eine Vierteldrehung nach links drehen; es wird neu koloriert</translation>
    </message>
    <message>
        <source>Turn this photo by a quarter to the right; it is colorized anew</source>
        <translation>Dieses Foto eine Vierteldrehung nach rechts drehen; es wird neu koloriert</translation>
    </message>
    <message>
        <source>Change left and right of this photo round, for mirrored scans</source>
        <translation>Links und rechts dieses Fotos vertauschen, für spiegelverkehrte Scans</translation>
    </message>
    <message>
        <source>Change top and bottom of this photo round</source>
        <translation>Oben und unten dieses Fotos vertauschen</translation>
    </message>
    <message>
        <source>Level this photo, and keep a part of it; the file itself stays as it is</source>
        <translation>Dieses Foto gerade richten und einen Teil davon behalten; die Datei selbst bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Make a photo of each of several photos on one scan; the file stays as it is</source>
        <translation>Aus jedem von mehreren Fotos auf einem Scan ein Foto machen; die Datei bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Turn dark into light before the photo is colorized, for scanned negatives</source>
        <translation>Dunkel in Hell verkehren, bevor das Foto koloriert wird, für gescannte Negative</translation>
    </message>
    <message>
        <source>Give colour also to the plain border around the photo, which stays gray otherwise</source>
        <translation>Auch dem einfarbigen Rand um das Foto Farbe geben, der sonst grau bleibt</translation>
    </message>
    <message>
        <source>Show other colours that this photo may have had, to choose from</source>
        <translation>Andere Farben zeigen, die dieses Foto gehabt haben könnte, zur Auswahl</translation>
    </message>
    <message>
        <source>Show the other colours large, beside one another, and take one of them</source>
        <translation>Die anderen Farben groß nebeneinander zeigen und eine davon nehmen</translation>
    </message>
    <message>
        <source>Let this photo&apos;s colour be guessed once more</source>
        <translation>Die Farbe dieses Fotos noch einmal raten lassen</translation>
    </message>
    <message>
        <source>Stop colorizing; what is done already stays</source>
        <translation>Das Kolorieren anhalten; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>See how each of your models colorizes this photo, and take one of the results</source>
        <translation>Sehen, wie jedes Ihrer Modelle dieses Foto koloriert, und eines der Ergebnisse nehmen</translation>
    </message>
    <message>
        <source>Say the right colour of a place: click there, and things like it follow</source>
        <translation>Die richtige Farbe einer Stelle angeben: dort klicken, und Ähnliches folgt</translation>
    </message>
    <message>
        <source>Let the colour be guessed again without any colour points</source>
        <translation>Die Farbe wieder ganz ohne Farbpunkte raten lassen</translation>
    </message>
    <message>
        <source>Choose a photo in colour that this one is to look like</source>
        <translation>Ein Foto in Farbe wählen, dem dieses gleichen soll</translation>
    </message>
    <message>
        <source>Click an object, for example a dress: the sliders then change only that</source>
        <translation>Einen Gegenstand anklicken, zum Beispiel ein Kleid: Die Regler ändern dann nur ihn</translation>
    </message>
    <message>
        <source>Set all sliders of this photo back; its points, areas and protected places stay</source>
        <translation>Alle Regler dieses Fotos zurücksetzen; seine Punkte, Bereiche und geschützten Stellen bleiben</translation>
    </message>
    <message>
        <source>Click or paint over what is to stay as it is, or gray, whatever sliders and points do</source>
        <translation>Anklicken oder übermalen, was bleiben soll, wie es ist, oder grau, was Regler und Punkte auch tun</translation>
    </message>
    <message>
        <source>Show the whole photo</source>
        <translation>Das ganze Foto zeigen</translation>
    </message>
    <message>
        <source>Show each pixel of the photo as one pixel of the screen</source>
        <translation>Jedes Pixel des Fotos als ein Pixel des Bildschirms zeigen</translation>
    </message>
    <message>
        <source>Show each pixel of the photo twice as wide and as high</source>
        <translation>Jedes Pixel des Fotos doppelt so breit und so hoch zeigen</translation>
    </message>
    <message>
        <source>Show the photo so large that no canvas is left around it</source>
        <translation>Das Foto so groß zeigen, dass es das Fenster ganz ausfüllt</translation>
    </message>
    <message>
        <source>Show the photo larger</source>
        <translation>Das Foto größer zeigen</translation>
    </message>
    <message>
        <source>Show the photo smaller</source>
        <translation>Das Foto kleiner zeigen</translation>
    </message>
    <message>
        <source>Show the photo without colour, in the same place, to compare</source>
        <translation>Das Foto ohne Farbe an derselben Stelle zeigen, zum Vergleichen</translation>
    </message>
    <message>
        <source>Show before and after in one picture, with a line that you can move</source>
        <translation>Vorher und nachher in einem Bild zeigen, mit einer verschiebbaren Linie</translation>
    </message>
    <message>
        <source>Show the colour without the photo&apos;s light and dark</source>
        <translation>Die Farbe ohne Hell und Dunkel des Fotos zeigen</translation>
    </message>
    <message>
        <source>Stripe the places where the colour is uncertain</source>
        <translation>Die Stellen streifen, an denen die Farbe unsicher ist</translation>
    </message>
    <message>
        <source>Show the photo to the left in the film strip</source>
        <translation>Das Foto links davon im Filmstreifen zeigen</translation>
    </message>
    <message>
        <source>Show the photo to the right in the film strip</source>
        <translation>Das Foto rechts davon im Filmstreifen zeigen</translation>
    </message>
    <message>
        <source>Colorize and save many photos by themselves, whole folders as well</source>
        <translation>Viele Fotos von selbst kolorieren und speichern, auch ganze Ordner</translation>
    </message>
    <message>
        <source>Give the window the whole screen, or take it back</source>
        <translation>Dem Fenster den ganzen Bildschirm geben oder wieder nehmen</translation>
    </message>
    <message>
        <source>Set how photos are saved, what they say, and how Tintype looks</source>
        <translation>Einstellen, wie Fotos gespeichert werden, was sie aussagen und wie Tintype aussieht</translation>
    </message>
    <message>
        <source>See and choose what guesses the colours, or add a model of your own</source>
        <translation>Sehen und wählen, was die Farben rät, oder ein eigenes Modell hinzufügen</translation>
    </message>
    <message>
        <source>List what each key does</source>
        <translation>Auflisten, was jede Taste tut</translation>
    </message>
    <message>
        <source>Read on one page, with pictures, how photos get their colour</source>
        <translation>Auf einer Seite mit Bildern lesen, wie Fotos zu ihrer Farbe kommen</translation>
    </message>
    <message>
        <source>Read what Tintype has done and which errors it has met</source>
        <translation>Lesen, was Tintype getan hat und auf welche Fehler es gestoßen ist</translation>
    </message>
    <message>
        <source>Get a text about this computer and errors; nothing is sent</source>
        <translation>Einen Text über diesen Computer und Fehler erhalten; nichts wird verschickt</translation>
    </message>
    <message>
        <source>Show the version and the licences</source>
        <translation>Die Version und die Lizenzen zeigen</translation>
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
        <source>Stop everything that waits (Shift+Esc)</source>
        <translation>Alles anhalten, was wartet (Umschalt+Esc)</translation>
    </message>
</context>
<context>
    <name>AdjustPanel</name>
    <message>
        <source> %</source>
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
        <source>&amp;Warmth</source>
        <translation>&amp;Wärme</translation>
    </message>
    <message>
        <source>Safe – &amp;bold guess</source>
        <translation>Vo&amp;rsichtig – kühn geraten</translation>
    </message>
    <message>
        <source>Only “{0}” is changed</source>
        <extracomment>Width in heights of a line, for users of large fonts. Settings that colours have no use for that are a photo&apos;s own.</extracomment>
        <translation>Nur „{0}“ wird geändert</translation>
    </message>
    <message>
        <source>Colou&amp;r noise</source>
        <translation>Farb&amp;rauschen</translation>
    </message>
    <message>
        <source>Green – &amp;magenta</source>
        <translation>Grün – &amp;Magenta</translation>
    </message>
    <message>
        <source>Colour points</source>
        <translation>Farbpunkte</translation>
    </message>
    <message>
        <source>Reference photo</source>
        <translation>Vorbild</translation>
    </message>
    <message>
        <source>Only a part of the photo</source>
        <translation>Nur ein Teil des Fotos</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Schützen</translation>
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
    <name>AdjustingController</name>
    <message>
        <source>Colour Settings</source>
        <extracomment>Steps by key or wheel that follow one another this closely are one gesture.</extracomment>
        <translation>Farbeinstellungen</translation>
    </message>
    <message>
        <source>Reset Colour</source>
        <translation>Farbe zurücksetzen</translation>
    </message>
    <message>
        <source>Predicted Colours</source>
        <translation>Vorhergesagte Farben</translation>
    </message>
    <message>
        <source>Other Colours</source>
        <translation>Andere Farben</translation>
    </message>
</context>
<context>
    <name>AdjustmentRow</name>
    <message>
        <source>A double click sets it back.</source>
        <extracomment>Steps of a slider to the unit of a setting; degrees are counted one by one.</extracomment>
        <translation>Ein Doppelklick setzt ihn zurück.</translation>
    </message>
</context>
<context>
    <name>AreasController</name>
    <message>
        <source>Area {0}</source>
        <translation>Bereich {0}</translation>
    </message>
    <message>
        <source>New Area</source>
        <translation>Neuer Bereich</translation>
    </message>
    <message>
        <source>Take Away from Area</source>
        <translation>Vom Bereich wegnehmen</translation>
    </message>
    <message>
        <source>Add to Area</source>
        <translation>Zum Bereich hinzufügen</translation>
    </message>
    <message>
        <source>Reach of Area</source>
        <translation>Reichweite des Bereichs</translation>
    </message>
    <message>
        <source>Reach of Protection</source>
        <translation>Reichweite des Schutzes</translation>
    </message>
    <message>
        <source>Rename Area</source>
        <translation>Bereich umbenennen</translation>
    </message>
    <message>
        <source>Area On or Off</source>
        <translation>Bereich an oder aus</translation>
    </message>
    <message>
        <source>Order of Areas</source>
        <translation>Reihenfolge der Bereiche</translation>
    </message>
    <message>
        <source>Remove Area</source>
        <translation>Bereich entfernen</translation>
    </message>
    <message>
        <source>Erase Protection</source>
        <translation>Schutz wegradieren</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Schützen</translation>
    </message>
    <message>
        <source>Protect Nothing</source>
        <translation>Nichts schützen</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>Waiting</source>
        <extracomment>Under this name, called like this, the tool that gathers texts finds them.</extracomment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Colorizing…</source>
        <translation>Wird koloriert…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>about {0} min left</source>
        <translation>noch etwa {0} min</translation>
    </message>
    <message>
        <source>about {0} h left</source>
        <translation>noch etwa {0} h</translation>
    </message>
    <message>
        <source>Hidden files</source>
        <translation>Versteckte Dateien</translation>
    </message>
    <message>
        <source>Files of the system, such as Thumbs.db</source>
        <translation>Dateien des Systems wie Thumbs.db</translation>
    </message>
    <message>
        <source>Files that are no photos</source>
        <translation>Dateien, die keine Fotos sind</translation>
    </message>
    <message>
        <source>Photos that Tintype has colorized</source>
        <translation>Fotos, die Tintype koloriert hat</translation>
    </message>
    <message>
        <source>Photos and folders that were there twice</source>
        <translation>Fotos und Ordner, die doppelt waren</translation>
    </message>
</context>
<context>
    <name>BatchActions</name>
    <message>
        <source>Photos that were not written yet, and lose what was done in the review: {0}. The originals stay where they are.</source>
        <translation>Fotos, die noch nicht geschrieben sind und verlieren, was bei der Prüfung getan wurde: {0}. Die Originale bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Remove from the List</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
</context>
<context>
    <name>BatchDetail</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>BatchFilesWorker</name>
    <message>
        <source>The folder “{0}” for the list of photos cannot be made; check its permissions.</source>
        <translation>Der Ordner „{0}“ für die Liste der Fotos kann nicht angelegt werden; prüfen Sie seine Rechte.</translation>
    </message>
    <message>
        <source>“{0}” does not say how it was colorized; choose a photo that Tintype has saved.</source>
        <translation>„{0}“ sagt nicht, wie es koloriert wurde; wählen Sie ein Foto, das Tintype gespeichert hat.</translation>
    </message>
    <message>
        <source>The report “{0}” was not written ({1}); choose another folder.</source>
        <translation>Der Bericht „{0}“ wurde nicht geschrieben ({1}); wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>BatchFilterBar</name>
    <message>
        <source>All {0}</source>
        <extracomment>In the order in which they matter to the user.</extracomment>
        <translation>Alle {0}</translation>
    </message>
    <message>
        <source>{0} waiting</source>
        <translation>{0} wartend</translation>
    </message>
    <message>
        <source>{0} in work</source>
        <translation>{0} in Arbeit</translation>
    </message>
    <message>
        <source>{0} done</source>
        <translation>{0} fertig</translation>
    </message>
    <message>
        <source>{0} skipped</source>
        <translation>{0} übersprungen</translation>
    </message>
    <message>
        <source>{0} failed</source>
        <translation>{0} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{0} cancelled</source>
        <translation>{0} abgebrochen</translation>
    </message>
    <message>
        <source>{0} to review</source>
        <translation>{0} zu prüfen</translation>
    </message>
    <message>
        <source>{0} accepted</source>
        <translation>{0} angenommen</translation>
    </message>
</context>
<context>
    <name>BatchFooter</name>
    <message>
        <source>Progress of the batch</source>
        <translation>Fortschritt des Stapels</translation>
    </message>
    <message>
        <source>{0} of {1} photos</source>
        <translation>{0} von {1} Fotos</translation>
    </message>
    <message>
        <source>About {0} needed</source>
        <translation>Etwa {0} nötig</translation>
    </message>
    <message>
        <source>, {0} free</source>
        <translation>, {0} frei</translation>
    </message>
    <message>
        <source>Too little space: </source>
        <translation>Zu wenig Platz: </translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>Ausgelassen: {0}</translation>
    </message>
    <message>
        <source>Show which files were left out, and why</source>
        <translation>Zeigen, welche Dateien ausgelassen wurden und warum</translation>
    </message>
</context>
<context>
    <name>BatchHead</name>
    <message>
        <source>Looking for photos…</source>
        <translation>Fotos werden gesucht…</translation>
    </message>
</context>
<context>
    <name>BatchModel</name>
    <message>
        <source>Photo</source>
        <extracomment>Rows that are taken out one by one, so that the view stays where it is; for more it is filled anew.</extracomment>
        <translation>Foto</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Colour settings of its own</source>
        <translation>Eigene Farbeinstellungen</translation>
    </message>
</context>
<context>
    <name>BatchOptions</name>
    <message>
        <source>Use This Folder Anyway</source>
        <translation>Diesen Ordner trotzdem nehmen</translation>
    </message>
    <message>
        <source>Writes the results among the originals, which stay as they are</source>
        <translation>Schreibt die Ergebnisse zwischen die Originale, die bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>In which kind of file the results are written</source>
        <translation>In welcher Art von Datei die Ergebnisse geschrieben werden</translation>
    </message>
    <message>
        <source>Same as the original</source>
        <translation>Wie das Original</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>Nummer anhängen</translation>
    </message>
    <message>
        <source>Skip the photo</source>
        <translation>Foto überspringen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Results are written into this folder</source>
        <extracomment>Width of the panel in lines of text, for users with large fonts.</extracomment>
        <translation>In diesen Ordner werden die kolorierten Fotos geschrieben</translation>
    </message>
    <message>
        <source>What results are called; braces are filled in for each photo</source>
        <translation>Wie die Ergebnisse heißen; die Felder in Klammern werden für jedes Foto ausgefüllt</translation>
    </message>
    <message>
        <source>Of JPEG and WebP: 100 loses hardly anything and makes large files</source>
        <translation>Bei JPEG und WebP: Mit 100 geht kaum etwas verloren, und die Dateien sind groß</translation>
    </message>
    <message>
        <source>Where a result of that name is there already; it is never replaced</source>
        <translation>Was geschieht, wo ein Ergebnis dieses Namens schon da ist; ersetzt wird es nie</translation>
    </message>
    <message>
        <source>The sliders of all photos that have none of their own</source>
        <translation>Die Regler, die alle Fotos der Liste bekommen, sofern sie keine eigenen haben</translation>
    </message>
    <message>
        <source>S&amp;plit scans with several photos</source>
        <translation>Scans mit mehreren Fotos &amp;teilen</translation>
    </message>
    <message>
        <source>Each photo that is found on a scan gets a result of its own</source>
        <translation>Jedes Foto, das auf einem Scan gefunden wird, bekommt ein eigenes Ergebnis</translation>
    </message>
    <message>
        <source>Turn pho&amp;tos that lie on their side</source>
        <translation>Liegende Fotos aufri&amp;chten</translation>
    </message>
    <message>
        <source>Only where that is certain; the others stay as they are</source>
        <translation>Nur wo das sicher ist; die anderen bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>&amp;Keep colours that photos have</source>
        <translation>Farben von Fotos &amp;behalten</translation>
    </message>
    <message>
        <source>Those are only cleaned of specks; the others are colorized</source>
        <translation>Diese werden nur von Flecken gesäubert; die anderen werden koloriert</translation>
    </message>
    <message>
        <source>Revie&amp;w before saving</source>
        <translation>Vor dem Speichern &amp;prüfen</translation>
    </message>
    <message>
        <source>Nothing is written before you have accepted it</source>
        <translation>Es wird nichts geschrieben, bevor Sie es angenommen haben</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>Save &amp;into</source>
        <translation>Speichern &amp;in</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Namen</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>Fo&amp;rmat</translation>
    </message>
    <message>
        <source>I&amp;f a file exists</source>
        <translation>Wenn es eine Datei schon &amp;gibt</translation>
    </message>
    <message>
        <source>&amp;Colour of all photos</source>
        <translation>&amp;Farbe aller Fotos</translation>
    </message>
    <message>
        <source>&amp;Like a reference photo</source>
        <translation>Wie ein &amp;Vorbild</translation>
    </message>
    <message>
        <source>Settings can be changed again when the batch has ended.</source>
        <translation>Einstellungen lassen sich wieder ändern, wenn der Stapel beendet ist.</translation>
    </message>
    <message>
        <source>Choose a Folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message>
        <source>Add Photos…</source>
        <translation>Fotos hinzufügen…</translation>
    </message>
    <message>
        <source>Add Folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Put photos into the list, to be colorized one after the other</source>
        <translation>Fotos in die Liste aufnehmen, die nacheinander koloriert werden</translation>
    </message>
    <message>
        <source>Put all photos of a folder, and of the folders in it, into the list</source>
        <translation>Alle Fotos eines Ordners und seiner Unterordner in die Liste aufnehmen</translation>
    </message>
    <message>
        <source>Try Failed Photos Again</source>
        <translation>Fehlgeschlagene Fotos noch einmal versuchen</translation>
    </message>
    <message>
        <source>Remove Finished Photos from the List</source>
        <translation>Fertige Fotos aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Save Report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Open the Folder of the Results</source>
        <translation>Ordner der Ergebnisse öffnen</translation>
    </message>
    <message>
        <source>Colorizes and saves the photos of the list; a pause finishes what was begun</source>
        <translation>Koloriert und speichert die Fotos der Liste; eine Pause beendet noch, was begonnen wurde</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Ends the work now; photos that were not finished wait in the list</source>
        <translation>Beendet die Arbeit jetzt; unfertige Fotos warten in der Liste</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Drop a folder here</source>
        <translation>Ordner hierher ziehen</translation>
    </message>
    <message>
        <source>All photos in it, and in the folders inside, are colorized one after the other.
The results go into a folder of their own; the originals stay as they are.</source>
        <translation>Alle Fotos darin und in seinen Unterordnern werden nacheinander koloriert.
Die Ergebnisse kommen in einen eigenen Ordner; die Originale bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Try again, tidy the list, write a report, open the folder of the results</source>
        <translation>Noch einmal versuchen, die Liste aufräumen, einen Bericht schreiben, den Ordner der Ergebnisse öffnen</translation>
    </message>
</context>
<context>
    <name>BatchPresenter</name>
    <message>
        <source>These photos are in the list already.</source>
        <translation>Diese Fotos stehen schon in der Liste.</translation>
    </message>
    <message>
        <source>The report was saved as “{0}”.</source>
        <translation>Der Bericht wurde als „{0}“ gespeichert.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>getting ready to colorize…</source>
        <translation>Kolorieren wird vorbereitet…</translation>
    </message>
    <message>
        <source>pausing, what was begun is finished</source>
        <translation>Pause, Begonnenes wird noch fertig</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>wird angehalten…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
</context>
<context>
    <name>BatchStatus</name>
    <message>
        <source>Show the batch</source>
        <extracomment>What the footer of the batch puts between the counts and the rest.</extracomment>
        <translation>Den Stapel zeigen</translation>
    </message>
    <message>
        <source>Batch: {0}</source>
        <translation>Stapel: {0}</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>Photos of the batch</source>
        <extracomment>Scrolling is over before pictures are made. Sign and margins of a state, in pixels.</extracomment>
        <translation>Fotos des Stapels</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Open in the Photo View</source>
        <translation>In der Fotoansicht öffnen</translation>
    </message>
    <message>
        <source>Open Result</source>
        <translation>Ergebnis öffnen</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy Message</source>
        <translation>Meldung kopieren</translation>
    </message>
    <message>
        <source>Do Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Once More</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Cancel Now</source>
        <translation>Jetzt abbrechen</translation>
    </message>
    <message>
        <source>Remove from the List</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
</context>
<context>
    <name>BrushRow</name>
    <message>
        <source>Take a colour from a photo</source>
        <translation>Eine Farbe aus einem Foto nehmen</translation>
    </message>
    <message>
        <source>Click a colour in this photo, or choose another photo and click there. With Shift, it is taken as the screen shows it, with all settings.</source>
        <translation>Eine Farbe in diesem Foto anklicken, oder ein anderes Foto wählen und dort klicken. Mit der Umschalttaste wird sie so genommen, wie der Bildschirm sie zeigt, mit allen Einstellungen.</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Jedes Mal fragen</translation>
    </message>
    <message>
        <source>No colour stays chosen; each place that you click offers colours of its own</source>
        <translation>Keine Farbe bleibt gewählt; jede angeklickte Stelle bietet eigene Farben an</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>As without points</source>
        <translation>Wie ohne Punkte</translation>
    </message>
</context>
<context>
    <name>BrushSheet</name>
    <message>
        <source>Photo, to be marked</source>
        <extracomment>Radius of the ring that marks an object, and the least that is drawn of a line, in logical pixels.</extracomment>
        <translation>Foto, zum Markieren</translation>
    </message>
    <message>
        <source>Move the cross with the arrow keys, mark with Enter; [ and ] change the size, E erases</source>
        <translation>Das Kreuz mit den Pfeiltasten bewegen, mit der Eingabetaste markieren; [ und ] ändern die Größe, E radiert</translation>
    </message>
</context>
<context>
    <name>CandidateBar</name>
    <message>
        <source>Other colours</source>
        <extracomment>What a button has beside its words or its picture, and the distance to the next one.</extracomment>
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
    <message>
        <source>Shown large as long as you look at it; a click takes it</source>
        <translation>Groß zu sehen, solange Sie hinsehen; ein Klick übernimmt es</translation>
    </message>
</context>
<context>
    <name>CandidateGrid</name>
    <message>
        <source>A click, or its number, takes one. All of them zoom and move together.</source>
        <translation>Ein Klick oder die Nummer nimmt eine. Alle zoomen und bewegen sich gemeinsam.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Close the colours side by side</source>
        <translation>Die Farben nebeneinander schließen</translation>
    </message>
    <message>
        <source>A click gives the photo these colours</source>
        <translation>Ein Klick gibt dem Foto diese Farben</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Tintype&apos;s own</source>
        <translation>Das von Tintype</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Of no known family</source>
        <translation>Keine bekannte Familie</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>Jede Größe</translation>
    </message>
    <message>
        <source>The model that comes with Tintype.</source>
        <translation>Das Modell, das mit Tintype kommt.</translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation>Sieht</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Nicht gemessen</translation>
    </message>
    <message>
        <source>{0} s a photo, on {1}</source>
        <translation>{0} s pro Foto, auf {1}</translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation>Tempo hier</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Not stated in the file</source>
        <translation>Steht nicht in der Datei</translation>
    </message>
    <message>
        <source>{0} (not there any more)</source>
        <translation>{0} (nicht mehr da)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>ChooserWords</name>
    <message>
        <source>Choose a colour, then click or draw in the photo.</source>
        <extracomment>Under this name, called like this, the tool that gathers texts finds them.</extracomment>
        <translation>Eine Farbe wählen, dann im Foto klicken oder zeichnen.</translation>
    </message>
    <message>
        <source>The next click or line gets this colour. Click a ring to change its point.</source>
        <translation>Der nächste Klick oder Strich bekommt diese Farbe. Ein Klick auf einen Ring ändert dessen Punkt.</translation>
    </message>
    <message>
        <source>Which colour has this place?</source>
        <translation>Welche Farbe hat diese Stelle?</translation>
    </message>
    <message>
        <source>You are changing the marked point. Enter ends that.</source>
        <translation>Sie ändern den markierten Punkt. Enter beendet das.</translation>
    </message>
    <message>
        <source>Light and dark come from the photo.</source>
        <translation>Hell und Dunkel gibt das Foto vor.</translation>
    </message>
    <message>
        <source>Light and dark come from the photo; few colours are as dark.</source>
        <translation>Hell und Dunkel gibt das Foto vor; so dunkel sind wenige Farben.</translation>
    </message>
    <message>
        <source>Light and dark come from the photo; few colours are as bright.</source>
        <translation>Hell und Dunkel gibt das Foto vor; so hell sind wenige Farben.</translation>
    </message>
</context>
<context>
    <name>ChoosingPresenter</name>
    <message>
        <source>The mount around the photo stays without colour.</source>
        <translation>Der Rand um das Foto bleibt ohne Farbe.</translation>
    </message>
</context>
<context>
    <name>ChromaPlane</name>
    <message>
        <source>All colours of this lightness</source>
        <extracomment>Drawn in so many cells to a logical pixel. Chroma to the press of a key; with Shift a fifth. Around the colours, for the words of the axes. Letters of those words, in those of the window.</extracomment>
        <translation>Alle Farben dieser Helligkeit</translation>
    </message>
    <message>
        <source>All colours that are as light as the photo is there, whose lightness is kept. Drag, or press the arrow keys; gray is where the lines cross.</source>
        <translation>Alle Farben, die so hell sind wie das Foto dort, denn seine Helligkeit bleibt. Ziehen oder Pfeiltasten drücken; Grau ist, wo die Linien sich kreuzen.</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>gelb</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rot</translation>
    </message>
</context>
<context>
    <name>ClosingActions</name>
    <message>
        <source>“{0}” was closed.</source>
        <translation>„{0}“ wurde geschlossen.</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
</context>
<context>
    <name>ClosingController</name>
    <message>
        <source>Close Photo</source>
        <extracomment>So many photos can be opened again; those that were closed before are gone, but for the work that is kept.</extracomment>
        <translation>Foto schließen</translation>
    </message>
</context>
<context>
    <name>ColorizationController</name>
    <message>
        <source>“{0}” was not saved: it was stopped.</source>
        <translation>„{0}“ wurde nicht gespeichert: Es wurde angehalten.</translation>
    </message>
</context>
<context>
    <name>ColourChooser</name>
    <message>
        <source>Colour of points</source>
        <translation>Farbe der Punkte</translation>
    </message>
    <message>
        <source>Suggested here</source>
        <translation>Hier vorgeschlagen</translation>
    </message>
    <message>
        <source>Lately used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Others for the last point</source>
        <translation>Andere für den letzten Punkt</translation>
    </message>
    <message>
        <source>Remove Point</source>
        <translation>Punkt entfernen</translation>
    </message>
    <message>
        <source>As it is now: {0}</source>
        <translation>Wie es jetzt ist: {0}</translation>
    </message>
</context>
<context>
    <name>ColourMenu</name>
    <message>
        <source>Own settings</source>
        <translation>Eigene Einstellungen</translation>
    </message>
    <message>
        <source>As the Whole Batch</source>
        <translation>Wie der ganze Stapel</translation>
    </message>
    <message>
        <source>As the Photo in the Photo View</source>
        <translation>Wie das Foto in der Fotoansicht</translation>
    </message>
    <message>
        <source>As Copied</source>
        <translation>Wie kopiert</translation>
    </message>
    <message>
        <source>As an Earlier Result…</source>
        <translation>Wie ein früheres Ergebnis…</translation>
    </message>
</context>
<context>
    <name>ColourPresenter</name>
    <message>
        <source>The sliders are set back. Your colour points stay.</source>
        <translation>Die Regler sind zurückgesetzt. Ihre Farbpunkte bleiben.</translation>
    </message>
    <message>
        <source>Remove Points</source>
        <translation>Punkte entfernen</translation>
    </message>
    <message>
        <source>The sliders are set back. Areas and protected places stay.</source>
        <translation>Die Regler sind zurückgesetzt. Bereiche und geschützte Stellen bleiben.</translation>
    </message>
</context>
<context>
    <name>ColourWords</name>
    <message>
        <source>{0}, dark</source>
        <extracomment>Under this name, called like this, the tool that gathers texts finds them. Orange that is darker than this is called brown.</extracomment>
        <translation>{0}, dunkel</translation>
    </message>
    <message>
        <source>{0}, light</source>
        <translation>{0}, hell</translation>
    </message>
    <message>
        <source>{0} % from the left, {1} % from the top</source>
        <translation>{0} % von links, {1} % von oben</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Turquoise</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare Models</source>
        <extracomment>Height of a row of the list in heights of a line, so that there is room for its box.</extracomment>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>Models to compare</source>
        <translation>Modelle zum Vergleichen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Take It ({0})</source>
        <translation>Nehmen ({0})</translation>
    </message>
    <message>
        <source>Take the colour of {0}</source>
        <translation>Die Farbe von {0} nehmen</translation>
    </message>
    <message>
        <source>Tick at least two models.</source>
        <translation>Haken Sie mindestens zwei Modelle an.</translation>
    </message>
    <message>
        <source>A letter takes the colour of that model. Wheel, drag and + − move all pictures.</source>
        <translation>Ein Buchstabe nimmt die Farbe dieses Modells. Rad, Ziehen und + − bewegen alle Bilder.</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Geht nicht</translation>
    </message>
    <message>
        <source>Give the photo the colours that this model has guessed</source>
        <translation>Dem Foto die Farben geben, die dieses Modell geraten hat</translation>
    </message>
    <message>
        <source>Six are the most that can be compared.</source>
        <translation>Mehr als sechs lassen sich nicht vergleichen.</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Original</source>
        <extracomment>How much larger a photo has to be, one version above the other, to be shown so.</extracomment>
        <translation>Original</translation>
    </message>
    <message>
        <source>Colorized</source>
        <translation>Koloriert</translation>
    </message>
    <message>
        <source>Its own colours</source>
        <translation>Seine Farben</translation>
    </message>
</context>
<context>
    <name>CropCanvas</name>
    <message>
        <source>Frame around what is kept</source>
        <extracomment>Pixels around a corner or an edge in which it is taken hold of. The smallest frame, and a step by key, of the photo&apos;s side.</extracomment>
        <translation>Rahmen um das, was bleibt</translation>
    </message>
    <message>
        <source>Arrow keys move the frame, with Shift its right and lower edge, with Ctrl the others.</source>
        <translation>Pfeiltasten verschieben den Rahmen, mit Umschalt seinen rechten und unteren Rand, mit Strg die anderen.</translation>
    </message>
</context>
<context>
    <name>CropDialog</name>
    <message>
        <source>Straighten and Crop</source>
        <extracomment>The slider&apos;s ends in degrees, and its steps in each; the box beside it goes further.</extracomment>
        <translation>Gerade richten und beschneiden</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>&amp;Angle</source>
        <translation>&amp;Winkel</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Turn the photo until what should be level is level</source>
        <translation>Das Foto drehen, bis waagerecht ist, was waagerecht sein soll</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show All of It</source>
        <translation>Ganzes Foto</translation>
    </message>
    <message>
        <source>Keep the whole photo, as it lies in the file</source>
        <translation>Das ganze Foto behalten, wie es in der Datei liegt</translation>
    </message>
    <message>
        <source>{0} × {1} pixels</source>
        <translation>{0} × {1} Pixel</translation>
    </message>
</context>
<context>
    <name>DesktopLink</name>
    <message>
        <source>Tintype has finished</source>
        <translation>Tintype ist fertig</translation>
    </message>
    <message>
        <source>Photos done: {0}</source>
        <translation>Fertige Fotos: {0}</translation>
    </message>
    <message>
        <source>, failed: {0}</source>
        <translation>, fehlgeschlagen: {0}</translation>
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
        <source>Folder for the Results</source>
        <translation>Ordner für die Ergebnisse</translation>
    </message>
    <message>
        <source>Take Over the Settings of a Result</source>
        <translation>Einstellungen eines Ergebnisses übernehmen</translation>
    </message>
    <message>
        <source>Reference Photo</source>
        <translation>Vorbild</translation>
    </message>
    <message>
        <source>Save Report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>Tabelle für Tabellenprogramme</translation>
    </message>
    <message>
        <source>Data for programs</source>
        <translation>Daten für Programme</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
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
    <name>EarlierWork</name>
    <message>
        <source>Earlier Work</source>
        <translation>Frühere Arbeit</translation>
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
        <source>Try a Sample Photo</source>
        <translation>Ein Beispielfoto ausprobieren</translation>
    </message>
    <message>
        <source>See how an old portrait gets its colour; it came with Tintype</source>
        <translation>Sehen, wie ein altes Porträt seine Farbe bekommt; es kam mit Tintype</translation>
    </message>
    <message>
        <source>Open the Photo of Last Time</source>
        <translation>Foto vom letzten Mal öffnen</translation>
    </message>
    <message>
        <source>Open the {0} Photos of Last Time</source>
        <translation>Die {0} Fotos vom letzten Mal öffnen</translation>
    </message>
    <message>
        <source>Open {0} again</source>
        <translation>{0} wieder öffnen</translation>
    </message>
</context>
<context>
    <name>EraseRow</name>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Take away what you draw over; over the photo, E does the same</source>
        <translation>Wegnehmen, was Sie übermalen; über dem Foto tut E dasselbe</translation>
    </message>
    <message>
        <source>Show stripes</source>
        <translation>Streifen zeigen</translation>
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
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>ErrorPresenter</name>
    <message>
        <source>Photos that could not be opened or colorized: {0}</source>
        <translation>Fotos, die nicht geöffnet oder koloriert werden konnten: {0}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Close Photo</source>
        <translation>Foto schließen</translation>
    </message>
</context>
<context>
    <name>FieldButton</name>
    <message>
        <source>Insert a field</source>
        <translation>Feld einfügen</translation>
    </message>
    <message>
        <source>Put a part into the name that differs from photo to photo</source>
        <translation>Einen Teil in den Namen einfügen, der bei jedem Foto anders ist</translation>
    </message>
    <message>
        <source>Name of the photo</source>
        <translation>Name des Fotos</translation>
    </message>
    <message>
        <source>Name of its folder</source>
        <translation>Name seines Ordners</translation>
    </message>
    <message>
        <source>Day when it was taken</source>
        <translation>Tag der Aufnahme</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Name des Modells</translation>
    </message>
    <message>
        <source>Number in the list</source>
        <translation>Nummer in der Liste</translation>
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
    <name>GuideDialog</name>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>HelpActions</name>
    <message>
        <source>What Tintype has done and met; where your photos lie is not in it.</source>
        <translation>Was Tintype getan und angetroffen hat; wo Ihre Fotos liegen, steht nicht darin.</translation>
    </message>
    <message>
        <source>Nothing was written yet.</source>
        <translation>Es wurde noch nichts geschrieben.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Nothing is sent. Copy this text, say above it what you did and what happened, and give it to those from whom you have Tintype.</source>
        <translation>Nichts wird verschickt. Kopieren Sie diesen Text, sagen Sie darüber, was Sie getan haben und was geschah, und geben Sie ihn denen, von denen Sie Tintype haben.</translation>
    </message>
    <message>
        <source>Report a Problem</source>
        <translation>Ein Problem melden</translation>
    </message>
    <message>
        <source>What I did:</source>
        <translation>Was ich getan habe:</translation>
    </message>
    <message>
        <source>What happened:</source>
        <translation>Was geschah:</translation>
    </message>
</context>
<context>
    <name>HexEdit</name>
    <message>
        <source>Colour code</source>
        <translation>Farbcode</translation>
    </message>
    <message>
        <source>The colour as a code of six digits, as #7a1f2b; the photo keeps its own lightness</source>
        <translation>Die Farbe als sechsstelliger Code wie #7a1f2b; das Foto behält seine eigene Helligkeit</translation>
    </message>
</context>
<context>
    <name>HuePicker</name>
    <message>
        <source>Pick a Colour</source>
        <translation>Farbe aufnehmen</translation>
    </message>
    <message>
        <source>Click into the photo to repair colours like that one, or move the cross with the arrow keys and press Enter</source>
        <translation>Ins Foto klicken, um Farben wie diese zu reparieren, oder das Kreuz mit den Pfeiltasten bewegen und die Eingabetaste drücken</translation>
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
    <name>KeepColourDialog</name>
    <message>
        <source>Keep This Colour</source>
        <translation>Diese Farbe behalten</translation>
    </message>
    <message>
        <source>Grandmother’s dress</source>
        <translation>Großmutters Kleid</translation>
    </message>
    <message>
        <source>The dress itself, in the wardrobe</source>
        <translation>Das Kleid selbst, im Schrank</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Known from</source>
        <translation>&amp;Bekannt aus</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The colour that has this name now is replaced.</source>
        <translation>Die Farbe, die jetzt so heißt, wird ersetzt.</translation>
    </message>
</context>
<context>
    <name>KeptWorkButton</name>
    <message>
        <source>Forget the Work… (photos: {0})</source>
        <translation>Arbeit vergessen… (Fotos: {0})</translation>
    </message>
    <message>
        <source>Points and settings are kept for when a photo is opened again. Forget those of all photos? Photos and results stay as they are.</source>
        <translation>Punkte und Einstellungen werden aufgehoben, bis ein Foto wieder geöffnet wird. Die aller Fotos vergessen? Fotos und Ergebnisse bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>KnownButton</name>
    <message>
        <source>Known Colours</source>
        <translation>Bekannte Farben</translation>
    </message>
    <message>
        <source>Skin, hair, uniforms and flags with sources, and your own, such as “Grandmother’s dress”</source>
        <translation>Haut, Haar, Uniformen und Flaggen mit Quellen, und eigene, etwa „Großmutters Kleid“</translation>
    </message>
    <message>
        <source>Keep This Colour…</source>
        <translation>Diese Farbe behalten…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Import Colours…</source>
        <translation>Farben importieren…</translation>
    </message>
    <message>
        <source>Export My Colours…</source>
        <translation>Meine Farben exportieren…</translation>
    </message>
    <message>
        <source>Colours of Tintype (*{0})</source>
        <translation>Farben von Tintype (*{0})</translation>
    </message>
    <message>
        <source>Import Colours</source>
        <translation>Farben importieren</translation>
    </message>
    <message>
        <source>Export My Colours</source>
        <translation>Meine Farben exportieren</translation>
    </message>
</context>
<context>
    <name>KnownPresenter</name>
    <message>
        <source>Colours imported: {0}</source>
        <translation>Importierte Farben: {0}</translation>
    </message>
    <message>
        <source>Your colours are in “{0}”.</source>
        <translation>Ihre Farben sind in „{0}“.</translation>
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
        <source>&amp;Origin of the picture</source>
        <translation>&amp;Herkunft des Bildes</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>Ca&amp;ption</source>
        <translation>Bild&amp;beschreibung</translation>
    </message>
    <message>
        <source>Written into the file as its description; the picture is not changed</source>
        <translation>Wird als Beschreibung in die Datei geschrieben; das Bild ändert sich nicht</translation>
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
    <name>LayerPresenter</name>
    <message>
        <source>The colour alone</source>
        <translation>Nur die Farbe</translation>
    </message>
    <message>
        <source>Striped: this colour is unsure</source>
        <translation>Gestreift: diese Farbe ist unsicher</translation>
    </message>
    <message>
        <source>This model does not say where it guesses</source>
        <translation>Dieses Modell sagt nicht, wo es rät</translation>
    </message>
    <message>
        <source>None of these colours is a guess</source>
        <translation>Keine dieser Farben ist geraten</translation>
    </message>
</context>
<context>
    <name>LeftOutDialog</name>
    <message>
        <source>Files That Were Left Out</source>
        <extracomment>With more files the groups are closed at first. Height of what is said about folders, in heights of a line; more of it scrolls. Between two lines, in pixels.</extracomment>
        <translation>Ausgelassene Dateien</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all of them</source>
        <translation>Die ausgewählten Zeilen kopieren, oder alle</translation>
    </message>
</context>
<context>
    <name>LoadingController</name>
    <message>
        <source>Pasted picture {0}</source>
        <extracomment>Photos of a folder that nobody will look at one by one.</extracomment>
        <translation>Eingefügtes Bild {0}</translation>
    </message>
    <message>
        <source>The work of “{0}” goes on, with its original “{1}”.</source>
        <translation>Die Arbeit an „{0}“ geht weiter, mit dem Original „{1}“.</translation>
    </message>
    <message>
        <source>Later Work</source>
        <translation>Spätere Arbeit</translation>
    </message>
    <message>
        <source>Later work on “{1}” goes on; undo takes that of “{0}”.</source>
        <translation>Die spätere Arbeit an „{1}“ geht weiter; Rückgängig nimmt die von „{0}“.</translation>
    </message>
    <message>
        <source>There are no photos in “{0}” that Tintype can open.</source>
        <translation>In „{0}“ sind keine Fotos, die Tintype öffnen kann.</translation>
    </message>
    <message>
        <source>Earlier Work</source>
        <translation>Frühere Arbeit</translation>
    </message>
    <message>
        <source>Start Over</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Not there any more: {0}.</source>
        <translation>Nicht mehr vorhanden: {0}.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The batch is stopping, and can go on at the next start. Tintype closes then.</source>
        <translation>Der Stapel wird angehalten und kann beim nächsten Start weitergehen. Danach schließt Tintype.</translation>
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
        <extracomment>Characters of a line, below which the buttons go under the sentence.</extracomment>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ModelActions</name>
    <message>
        <source>“{0}” is being tried…</source>
        <translation>„{0}“ wird ausprobiert…</translation>
    </message>
    <message>
        <source>Open It</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Tintype&apos;s own</source>
        <translation>Das von Tintype</translation>
    </message>
    <message>
        <source>“{0}” is being loaded…</source>
        <translation>„{0}“ wird geladen…</translation>
    </message>
    <message>
        <source>“{0}” works.</source>
        <translation>„{0}“ geht.</translation>
    </message>
    <message>
        <source>It is used from now on, also for the photo that is shown.</source>
        <translation>Es wird von jetzt an benutzt, auch für das gezeigte Foto.</translation>
    </message>
</context>
<context>
    <name>ModelMenu</name>
    <message>
        <source>Model for This Folder</source>
        <translation>Modell für diesen Ordner</translation>
    </message>
    <message>
        <source>As the Whole Batch</source>
        <translation>Wie der ganze Stapel</translation>
    </message>
</context>
<context>
    <name>NoticePresenter</name>
    <message>
        <source>Colorize</source>
        <translation>Kolorieren</translation>
    </message>
    <message>
        <source>Go On with the Rest</source>
        <translation>Mit den übrigen weitermachen</translation>
    </message>
    <message>
        <source>This photo was stopped before it had colour.</source>
        <translation>Dieses Foto wurde angehalten, bevor es Farbe hatte.</translation>
    </message>
    <message>
        <source>This photo is in colour already.</source>
        <translation>Dieses Foto ist schon farbig.</translation>
    </message>
    <message>
        <source>Tintype coloured this photo; its original “{0}” was not found beside it.</source>
        <translation>Tintype hat dieses Foto koloriert; das Original „{0}“ liegt nicht daneben.</translation>
    </message>
    <message>
        <source>Colorize Anew</source>
        <translation>Neu kolorieren</translation>
    </message>
    <message>
        <source>Clean Colours</source>
        <translation>Farben säubern</translation>
    </message>
    <message>
        <source>Leave as It Is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>In colour already; left as it is.</source>
        <translation>Schon farbig; so gelassen.</translation>
    </message>
    <message>
        <source>In colour already.</source>
        <translation>Schon farbig.</translation>
    </message>
    <message>
        <source>It can keep its colours.</source>
        <translation>Es kann seine Farben behalten.</translation>
    </message>
    <message>
        <source>Stopped before it had colour.</source>
        <translation>Angehalten, bevor es Farbe hatte.</translation>
    </message>
    <message>
        <source>Other photos that were stopped: {0}.</source>
        <translation>Andere Fotos, die angehalten wurden: {0}.</translation>
    </message>
    <message>
        <source>It keeps its own colours. “Colour noise” says how far they are cleaned.</source>
        <translation>Es behält seine eigenen Farben. „Farbrauschen“ sagt, wie weit sie gesäubert werden.</translation>
    </message>
    <message>
        <source>Other colours are in use: {0}.</source>
        <translation>Andere Farben sind in Gebrauch: {0}.</translation>
    </message>
    <message>
        <source>Take the Predicted</source>
        <translation>Die vorhergesagten nehmen</translation>
    </message>
    <message>
        <source>Its own colour is not used, only its lightness.</source>
        <translation>Seine eigene Farbe zählt nicht, nur die Helligkeit.</translation>
    </message>
    <message>
        <source>Keep Its Colours</source>
        <translation>Seine Farben behalten</translation>
    </message>
    <message>
        <source>Toned or yellowed: the tint is left out.</source>
        <translation>Getont oder vergilbt: Der Farbton bleibt außen vor.</translation>
    </message>
    <message>
        <source>Read as a negative.</source>
        <translation>Als Negativ gelesen.</translation>
    </message>
    <message>
        <source>It Is a Positive</source>
        <translation>Es ist ein Positiv</translation>
    </message>
    <message>
        <source>The mount around the photo stays without colour.</source>
        <translation>Der Rand um das Foto bleibt ohne Farbe.</translation>
    </message>
    <message>
        <source>Colorize It, Too</source>
        <translation>Auch kolorieren</translation>
    </message>
    <message>
        <source>The mount around the photo is colorized, too.</source>
        <translation>Der Rand um das Foto wird mitkoloriert.</translation>
    </message>
    <message>
        <source>Leave It Out</source>
        <translation>Auslassen</translation>
    </message>
</context>
<context>
    <name>OpeningActions</name>
    <message>
        <source>There is no photo in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Foto.</translation>
    </message>
</context>
<context>
    <name>PageSwitch</name>
    <message>
        <source>A batch was not finished. Photos that wait: {0}</source>
        <extracomment>Offers of others are none of its business.</extracomment>
        <translation>Ein Stapel wurde nicht fertig. Fotos, die warten: {0}</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>{0} photos were opened. As a batch, all of them are colorized and saved by themselves.</source>
        <translation>{0} Fotos wurden geöffnet. Als Stapel werden alle von selbst koloriert und gespeichert.</translation>
    </message>
    <message>
        <source>Make a Batch</source>
        <translation>Stapel anlegen</translation>
    </message>
    <message>
        <source>The photos are colorized. To be reviewed: {0}</source>
        <translation>Die Fotos sind koloriert. Zu prüfen: {0}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>The batch has ended. Done: {0}, failed: {1}</source>
        <translation>Der Stapel ist beendet. Fertig: {0}, fehlgeschlagen: {1}</translation>
    </message>
    <message>
        <source>Show Failed</source>
        <translation>Fehlgeschlagene zeigen</translation>
    </message>
    <message>
        <source>The batch has ended. Done: {0}</source>
        <translation>Der Stapel ist beendet. Fertig: {0}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>PhotoNotes</name>
    <message>
        <source>Which picture of the file is shown and colorized</source>
        <translation>Welches Bild der Datei gezeigt und koloriert wird</translation>
    </message>
    <message>
        <source>Pa&amp;ge</source>
        <translation>&amp;Seite</translation>
    </message>
    <message>
        <source> of {0}</source>
        <translation> von {0}</translation>
    </message>
</context>
<context>
    <name>PlainRow</name>
    <message>
        <source>Gray</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>What you click becomes gray, as it is in the original</source>
        <translation>Was Sie anklicken, wird grau, wie es im Original ist</translation>
    </message>
    <message>
        <source>Leave as It Is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>What you click keeps the colour that it has without points: click where a colour has gone too far</source>
        <translation>Was Sie anklicken, behält die Farbe, die es ohne Punkte hat: Klicken Sie dorthin, wo eine Farbe zu weit gegangen ist</translation>
    </message>
</context>
<context>
    <name>PointMarker</name>
    <message>
        <source>Other Colour…</source>
        <extracomment>Logical pixels to the press of a key; with Shift one. In which the arc around a point goes round once. What a wheel turns by from one notch to the next, in eighths of a degree. Steps of reach to the press of a key.</extracomment>
        <translation>Andere Farbe…</translation>
    </message>
    <message>
        <source>Remove Point</source>
        <translation>Punkt entfernen</translation>
    </message>
    <message>
        <source>Remove All Points</source>
        <translation>Alle Punkte entfernen</translation>
    </message>
</context>
<context>
    <name>PointPresenter</name>
    <message>
        <source>Colour point {0} of {1}: {2}; {3}</source>
        <translation>Farbpunkt {0} von {1}: {2}; {3}</translation>
    </message>
    <message>
        <source>Colour stroke {0} of {1}: {2}; {3}</source>
        <translation>Farbstrich {0} von {1}: {2}; {3}</translation>
    </message>
    <message>
        <source>{0}; reach: {1}</source>
        <translation>{0}; Reichweite: {1}</translation>
    </message>
</context>
<context>
    <name>PointTools</name>
    <message>
        <source>Put Colour Points</source>
        <translation>Farbpunkte setzen</translation>
    </message>
    <message>
        <source>Choose a colour, then click into the photo where you know it, or draw a line over it; by keys, move the cross with the arrow keys and press Enter. Turn the wheel over a ring to change how far its colour reaches.</source>
        <translation>Eine Farbe wählen, dann ins Foto klicken, wo sie bekannt ist, oder einen Strich darüber ziehen; mit Tasten das Kreuz mit den Pfeiltasten bewegen und die Eingabetaste drücken. Das Mausrad über einem Ring ändert, wie weit seine Farbe reicht.</translation>
    </message>
    <message>
        <source>Remove All</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Remove all colour points</source>
        <translation>Alle Farbpunkte entfernen</translation>
    </message>
    <message>
        <source>The colour is guessed again without any points</source>
        <translation>Die Farbe wird wieder ganz ohne Punkte geraten</translation>
    </message>
    <message>
        <source>Let the rest of the photo follow</source>
        <translation>Rest des Fotos folgen lassen</translation>
    </message>
    <message>
        <source>Let the rest of the photo follow your points</source>
        <translation>Rest des Fotos folgen lassen, nach Ihren Punkten</translation>
    </message>
    <message>
        <source>Guess no colours</source>
        <translation>Keine Farben raten</translation>
    </message>
    <message>
        <source>The photo has only the colours of your points and strokes: they spread over what is as light, and stop at edges. Draw at least one line over each thing.</source>
        <translation>Das Foto hat nur die Farben Ihrer Punkte und Striche: Sie breiten sich über gleich Helles aus und halten an Kanten. Ziehen Sie über jeden Gegenstand wenigstens einen Strich.</translation>
    </message>
    <message>
        <source>For colours that you know to be true, as of a thing that still exists: the whole photo is guessed anew with them. Otherwise nothing changes but what you point at.</source>
        <translation>Für Farben, von denen Sie wissen, dass sie stimmen, etwa weil es das Stück noch gibt: Das ganze Foto wird mit ihnen neu geraten. Sonst ändert sich nur, worauf Sie zeigen.</translation>
    </message>
    <message>
        <source>Points: {0}</source>
        <translation>Punkte: {0}</translation>
    </message>
</context>
<context>
    <name>PointingController</name>
    <message>
        <source>Rest Follows</source>
        <translation>Rest folgt</translation>
    </message>
    <message>
        <source>Rest Stays</source>
        <translation>Rest bleibt</translation>
    </message>
    <message>
        <source>Colour Point</source>
        <translation>Farbpunkt</translation>
    </message>
    <message>
        <source>Colour Stroke</source>
        <translation>Farbstrich</translation>
    </message>
    <message>
        <source>Colour of Point</source>
        <translation>Farbe eines Punkts</translation>
    </message>
    <message>
        <source>Reach of Point</source>
        <translation>Reichweite des Punktes</translation>
    </message>
    <message>
        <source>Move Point</source>
        <translation>Punkt verschieben</translation>
    </message>
    <message>
        <source>Remove Point</source>
        <translation>Punkt entfernen</translation>
    </message>
    <message>
        <source>Remove All Points</source>
        <translation>Alle Punkte entfernen</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Waiting</source>
        <extracomment>Under this name, called like this, the tool that gathers texts finds them. States whose sign is that of another one.</extracomment>
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
        <source>In colour already</source>
        <translation>Schon farbig</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>So gelassen</translation>
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
        <source>First guess</source>
        <translation>Zuerst geraten</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>Finer detail</source>
        <translation>Feiner</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>Nur meine</translation>
    </message>
    <message>
        <source>Its own colours</source>
        <translation>Seine Farben</translation>
    </message>
    <message>
        <source>Getting ready to colorize…</source>
        <translation>Kolorieren wird vorbereitet…</translation>
    </message>
    <message>
        <source>Passing “{0}” to another program…</source>
        <translation>„{0}“ wird an ein anderes Programm gegeben…</translation>
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
        <extracomment>Under this name, called like this, the tool that gathers texts finds them.</extracomment>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Sets all sliders at once to one of several looks, or keeps yours under a name</source>
        <translation>Stellt alle Regler auf einmal auf einen von mehreren Stilen, oder merkt sich Ihre unter einem Namen</translation>
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
        <source>Tintype has a preset “{0}” of its own. Another name:</source>
        <translation>Tintype hat selbst eine Vorgabe „{0}“. Ein anderer Name:</translation>
    </message>
    <message>
        <source>Another name:</source>
        <translation>Ein anderer Name:</translation>
    </message>
    <message>
        <source>There is a preset “{0}”. Replace it?</source>
        <translation>Es gibt eine Vorgabe „{0}“. Ersetzen?</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Ohne Änderung</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Ruhig</translation>
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
    <name>ProtectTools</name>
    <message>
        <source>Keep as it is</source>
        <translation>So lassen, wie es ist</translation>
    </message>
    <message>
        <source>Keep gray</source>
        <translation>Grau lassen</translation>
    </message>
    <message>
        <source>Protect Places</source>
        <translation>Stellen schützen</translation>
    </message>
    <message>
        <source>Click what no slider and no colour point may change, for example a wall, or paint over it. By keys, move the cross with the arrow keys and press Enter.</source>
        <translation>Klicken Sie an, was kein Regler und kein Farbpunkt ändern darf, etwa eine Wand, oder übermalen Sie es. Mit der Tastatur das Kreuz mit den Pfeiltasten bewegen und Enter drücken.</translation>
    </message>
    <message>
        <source>What you mark keeps the colour that it has now</source>
        <translation>Was Sie markieren, behält die Farbe, die es jetzt hat</translation>
    </message>
    <message>
        <source>What you mark has no colour</source>
        <translation>Was Sie markieren, hat keine Farbe</translation>
    </message>
    <message>
        <source>Whole object</source>
        <translation>Ganzer Gegenstand</translation>
    </message>
    <message>
        <source>A click, or a line over it, protects the object or surface up to its edges</source>
        <translation>Ein Klick oder ein Strich darüber schützt den Gegenstand oder die Fläche bis an die Kanten</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>What you paint over is protected</source>
        <translation>Was Sie übermalen, ist geschützt</translation>
    </message>
    <message>
        <source>Stripes in the photo show what is protected</source>
        <translation>Streifen im Foto zeigen, was geschützt ist</translation>
    </message>
    <message>
        <source>Remove All</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Protect nothing any more</source>
        <translation>Nichts mehr schützen</translation>
    </message>
    <message>
        <source>Something is protected</source>
        <translation>Etwas ist geschützt</translation>
    </message>
</context>
<context>
    <name>QuestionBox</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>ReachRow</name>
    <message>
        <source>How much of the photo is meant: this spot, this object, or everything like it; over the ring, the wheel does the same</source>
        <extracomment>Steps of the slider, of a key and of the wheel, to the whole reach on either side of an object.</extracomment>
        <translation>Wie viel vom Foto gemeint ist: diese Stelle, dieser Gegenstand oder alles Ähnliche; über dem Ring tut das Mausrad dasselbe</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Wie weit</translation>
    </message>
    <message>
        <source>Spot only</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Only what lies right at the place</source>
        <translation>Nur, was direkt an der Stelle liegt</translation>
    </message>
    <message>
        <source>Object only</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>The object up to its edges, and nothing else</source>
        <translation>Der Gegenstand bis an seine Kanten und sonst nichts</translation>
    </message>
    <message>
        <source>All like it</source>
        <translation>Alles Gleiche</translation>
    </message>
    <message>
        <source>Everything in the photo that looks like the place</source>
        <translation>Alles im Foto, was aussieht wie diese Stelle</translation>
    </message>
    <message>
        <source>Reach: {0}</source>
        <translation>Reichweite: {0}</translation>
    </message>
</context>
<context>
    <name>ReferenceTools</name>
    <message>
        <source>Say by rectangles which place of the reference photo gives its colour to which place</source>
        <translation>Mit Rechtecken sagen, welche Stelle des Vorbilds welcher Stelle ihre Farbe gibt</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the reference photo</source>
        <translation>Das Vorbild entfernen</translation>
    </message>
    <message>
        <source>The colour is guessed again without the reference photo</source>
        <translation>Die Farbe wird wieder ohne Vorbild geraten</translation>
    </message>
    <message>
        <source>By likeness</source>
        <translation>Nach Ähnlichkeit</translation>
    </message>
    <message>
        <source>Things get the colour of like things: grass that of grass, a coat that of a coat</source>
        <translation>Dinge bekommen die Farbe ähnlicher Dinge: Gras die von Gras, ein Mantel die eines Mantels</translation>
    </message>
    <message>
        <source>By brightness</source>
        <translation>Nach Helligkeit</translation>
    </message>
    <message>
        <source>Each place gets the colour of what is as bright and as rough in the reference photo</source>
        <translation>Jede Stelle bekommt die Farbe dessen, was im Vorbild ebenso hell und ebenso rau ist</translation>
    </message>
    <message>
        <source>Reading “{0}”…</source>
        <translation>„{0}“ wird gelesen…</translation>
    </message>
    <message>
        <source>Choose a photo in colour,
or drop one here</source>
        <translation>Foto in Farbe wählen
oder hier ablegen</translation>
    </message>
    <message>
        <source>Pairs of places: {0}…</source>
        <translation>Paare von Stellen: {0} …</translation>
    </message>
    <message>
        <source>Pair Places by Rectangles…</source>
        <translation>Mit Rechtecken zuordnen…</translation>
    </message>
</context>
<context>
    <name>ReferenceWell</name>
    <message>
        <source>Choose a photo in colour,
or drop one here</source>
        <translation>Foto in Farbe wählen
oder hier ablegen</translation>
    </message>
    <message>
        <source>Choose a photo in colour that this one is to look like, or drop its file here; with Shift, anywhere on the window</source>
        <translation>Wählen Sie ein Foto in Farbe, dem dieses gleichen soll, oder legen Sie seine Datei hier ab; mit Umschalt irgendwo im Fenster</translation>
    </message>
    <message>
        <source>Reference photo: {0}</source>
        <translation>Vorbild: {0}</translation>
    </message>
</context>
<context>
    <name>ReferringController</name>
    <message>
        <source>Strength of Reference</source>
        <translation>Stärke des Vorbilds</translation>
    </message>
    <message>
        <source>Method of Reference</source>
        <translation>Weg des Vorbilds</translation>
    </message>
    <message>
        <source>Pairs of Places</source>
        <translation>Paare von Stellen</translation>
    </message>
    <message>
        <source>Remove Reference Photo</source>
        <translation>Vorbild entfernen</translation>
    </message>
    <message>
        <source>Reference Photo</source>
        <translation>Vorbild</translation>
    </message>
</context>
<context>
    <name>RegionList</name>
    <message>
        <source>What the sliders change</source>
        <extracomment>As many rows are seen at once. Pixels of a row above its letters and below, together.</extracomment>
        <translation>Was die Regler ändern</translation>
    </message>
    <message>
        <source>▲</source>
        <translation>▲</translation>
    </message>
    <message>
        <source>Above the other areas</source>
        <translation>Über die anderen Bereiche</translation>
    </message>
    <message>
        <source>▼</source>
        <translation>▼</translation>
    </message>
    <message>
        <source>Below the other areas</source>
        <translation>Unter die anderen Bereiche</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Give the area another name</source>
        <translation>Dem Bereich einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the area and its settings away</source>
        <translation>Den Bereich und seine Einstellungen wegnehmen</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>Ganzes Foto</translation>
    </message>
    <message>
        <source>Checked: its settings are applied. A double click renames it.</source>
        <translation>Angekreuzt: Seine Einstellungen gelten. Ein Doppelklick benennt ihn um.</translation>
    </message>
</context>
<context>
    <name>RegionTools</name>
    <message>
        <source>Mark an Area</source>
        <translation>Bereich markieren</translation>
    </message>
    <message>
        <source>Click an object in the photo, for example a dress: the sliders then change only that. By keys, move the cross with the arrow keys and press Enter.</source>
        <translation>Klicken Sie einen Gegenstand im Foto an, zum Beispiel ein Kleid: Die Regler ändern dann nur ihn. Mit Tasten: das Kreuz mit den Pfeiltasten bewegen und die Eingabetaste drücken.</translation>
    </message>
    <message>
        <source>Whole object</source>
        <translation>Ganzer Gegenstand</translation>
    </message>
    <message>
        <source>A click, or a line over it, marks the object up to its edges</source>
        <translation>Ein Klick oder ein Strich darüber markiert den Gegenstand bis zu seinen Kanten</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>What you paint over is marked</source>
        <translation>Was Sie übermalen, wird markiert</translation>
    </message>
    <message>
        <source>Stripes in the photo show where the area is</source>
        <translation>Streifen im Foto zeigen, wo der Bereich ist</translation>
    </message>
    <message>
        <source>Click an object in the photo: it becomes an area of its own.</source>
        <translation>Klicken Sie einen Gegenstand im Foto an: Er wird ein eigener Bereich.</translation>
    </message>
    <message>
        <source>The sliders change “{0}”. More clicks add to it.</source>
        <translation>Die Regler ändern „{0}“. Weitere Klicks fügen hinzu.</translation>
    </message>
    <message>
        <source>Finish Marking</source>
        <translation>Fertig markiert</translation>
    </message>
    <message>
        <source>Mark Another Area</source>
        <translation>Weiteren Bereich markieren</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>To review</source>
        <extracomment>Under this name, called like this, the tool that gathers texts finds them.</extracomment>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Stays black-and-white</source>
        <translation>Bleibt schwarz-weiß</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>In work…</source>
        <translation>In Arbeit…</translation>
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
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>{0} × quieter</source>
        <translation>{0} × ruhiger</translation>
    </message>
    <message>
        <source>{0} × livelier</source>
        <translation>{0} × lebhafter</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>Angepasst</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Quieter colours</source>
        <translation>Ruhigere Farben</translation>
    </message>
    <message>
        <source>Livelier colours</source>
        <translation>Lebhaftere Farben</translation>
    </message>
    <message>
        <source>Keep black-and-white</source>
        <translation>Schwarz-Weiß lassen</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>Andere Einstellungen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Open in editor</source>
        <translation>Im Editor öffnen</translation>
    </message>
    <message>
        <source>The photo is to be saved with this colour</source>
        <translation>Das Foto soll mit dieser Farbe gespeichert werden</translation>
    </message>
    <message>
        <source>Less colour, and only colours that are nearly sure</source>
        <translation>Weniger Farbe, und nur fast sichere Farben</translation>
    </message>
    <message>
        <source>More colour, and the livelier ones of those that are likely</source>
        <translation>Mehr Farbe, und die lebhafteren der wahrscheinlichen</translation>
    </message>
    <message>
        <source>The photo stays without colour, and nothing is saved of it</source>
        <translation>Das Foto bleibt ohne Farbe, und von ihm wird nichts gespeichert</translation>
    </message>
    <message>
        <source>Sliders for the colour of the photos that are selected</source>
        <translation>Regler für die Farbe der ausgewählten Fotos</translation>
    </message>
    <message>
        <source>Takes back the last decision, and goes to its photo</source>
        <translation>Nimmt die letzte Entscheidung zurück und geht zu ihrem Foto</translation>
    </message>
    <message>
        <source>Shows the photo large, before and after</source>
        <translation>Zeigt das Foto groß, vorher und nachher</translation>
    </message>
    <message>
        <source>Opens the photo with points and all else, and brings its work back</source>
        <translation>Öffnet das Foto mit Punkten und allem anderen und bringt die Arbeit zurück</translation>
    </message>
</context>
<context>
    <name>ReviewEditing</name>
    <message>
        <source>“{0}” is edited for the review.</source>
        <translation>„{0}“ wird für die Durchsicht bearbeitet.</translation>
    </message>
    <message>
        <source>Back to the Review</source>
        <translation>Zurück zur Durchsicht</translation>
    </message>
</context>
<context>
    <name>ReviewPresenter</name>
    <message>
        <source>{0} photos</source>
        <translation>{0} Fotos</translation>
    </message>
</context>
<context>
    <name>ReviewSettings</name>
    <message>
        <source>The scan is a &amp;negative</source>
        <translation>Der Scan ist ein &amp;Negativ</translation>
    </message>
    <message>
        <source>The photo is colorized anew</source>
        <translation>Das Foto wird neu koloriert</translation>
    </message>
    <message>
        <source>Colorize Once More</source>
        <translation>Neu kolorieren</translation>
    </message>
    <message>
        <source>Makes a second result with these settings; the first one stays</source>
        <translation>Macht ein zweites Ergebnis mit diesen Einstellungen; das erste bleibt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Saturation</source>
        <translation>&amp;Sättigung</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Safe – &amp;bold guess</source>
        <translation>Vo&amp;rsichtig – kühn geraten</translation>
    </message>
    <message>
        <source>&amp;Warmth</source>
        <translation>&amp;Wärme</translation>
    </message>
    <message>
        <source>The result that is there stays; the new one gets a number and comes with the next run.</source>
        <translation>Das vorhandene Ergebnis bleibt; das neue bekommt eine Nummer und entsteht beim nächsten Durchlauf.</translation>
    </message>
</context>
<context>
    <name>ReviewSheet</name>
    <message>
        <source>Contact sheet</source>
        <extracomment>Rows of tiles that are drawn before they are scrolled to.</extracomment>
        <translation>Kontaktbogen</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Accept All the Rest</source>
        <translation>Alle übrigen annehmen</translation>
    </message>
    <message>
        <source>All photos without a decision are to be saved as they are</source>
        <translation>Alle Fotos, über die nicht entschieden wurde, sollen gespeichert werden, wie sie sind</translation>
    </message>
    <message>
        <source>Nothing to look at yet.
Photos appear here as soon as they have been colorized.</source>
        <translation>Noch ist nichts zu sehen.
Fotos erscheinen hier, sobald sie koloriert sind.</translation>
    </message>
    <message>
        <source>Writes the photos that were accepted, with their colours</source>
        <translation>Schreibt die angenommenen Fotos mit ihren Farben</translation>
    </message>
    <message>
        <source>{0} to review</source>
        <translation>{0} zu prüfen</translation>
    </message>
    <message>
        <source>{0} accepted</source>
        <translation>{0} angenommen</translation>
    </message>
    <message>
        <source>{0} kept black-and-white</source>
        <translation>{0} schwarz-weiß belassen</translation>
    </message>
    <message>
        <source>{0} saved</source>
        <translation>{0} gespeichert</translation>
    </message>
    <message>
        <source>Save {0} Accepted</source>
        <translation>{0} Angenommene speichern</translation>
    </message>
    <message>
        <source>Save Accepted</source>
        <translation>Angenommene speichern</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save Colorized Photo</source>
        <extracomment>What is offered, and the suffix that a name gets with it.</extracomment>
        <translation>Koloriertes Foto speichern</translation>
    </message>
    <message>
        <source>Folder for the Photo</source>
        <translation>Ordner für das Foto</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>The end of the name says the kind of file</source>
        <translation>Das Ende des Namens sagt die Art der Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>PNG and TIFF lose nothing; JPEG is small</source>
        <translation>PNG und TIFF verlieren nichts; JPEG ist klein</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>With 100 hardly any detail is lost and files are large; below 80 blocks can be seen</source>
        <translation>Mit 100 geht kaum etwas verloren, und Dateien sind groß; unter 80 werden Blöcke sichtbar</translation>
    </message>
    <message>
        <source>Give the photo a name.</source>
        <translation>Geben Sie dem Foto einen Namen.</translation>
    </message>
    <message>
        <source>A name has no slashes in it; the folder is chosen apart.</source>
        <translation>In einem Namen stehen keine Schrägstriche; der Ordner wird getrennt gewählt.</translation>
    </message>
    <message>
        <source>Tintype writes no files that end in “{0}”; choose another format.</source>
        <translation>Tintype schreibt keine Dateien, die auf „{0}“ enden; wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>This folder is not there any more; choose another one.</source>
        <translation>Diesen Ordner gibt es nicht mehr; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There is such a file; the photo is saved as “{0}”.</source>
        <translation>So eine Datei gibt es schon; das Foto wird als „{0}“ gespeichert.</translation>
    </message>
    <message>
        <source>The photo is saved as “{0}”.</source>
        <translation>Das Foto wird als „{0}“ gespeichert.</translation>
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
        <source>Folder for the Results</source>
        <translation>Ordner für die Ergebnisse</translation>
    </message>
    <message>
        <source>Beside each original</source>
        <translation>Neben jedem Original</translation>
    </message>
    <message>
        <source>Choose a Folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Beside the Original</source>
        <translation>Neben das Original</translation>
    </message>
    <message>
        <source>Save &amp;into</source>
        <translation>Speichern &amp;in</translation>
    </message>
    <message>
        <source>Where Save puts the colorized photos</source>
        <translation>Wohin „Speichern“ die kolorierten Fotos legt</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Namen</translation>
    </message>
    <message>
        <source>What Save calls the photos: {name}, {parent} and {date} are filled in</source>
        <translation>Wie „Speichern“ die Fotos nennt: {name}, {parent} und {date} werden ausgefüllt</translation>
    </message>
    <message>
        <source>Save &amp;as</source>
        <translation>Speichern &amp;als</translation>
    </message>
    <message>
        <source>In which kind of file results are written; “Same” writes a TIFF of a TIFF</source>
        <translation>In welcher Art von Datei Ergebnisse geschrieben werden; „Wie das Original“ macht aus einem TIFF ein TIFF</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>&amp;Tiefe</translation>
    </message>
    <message>
        <source>16 bits keep finer steps of light and need twice the space; JPEG and WebP have 8</source>
        <translation>16 Bit behalten feinere Stufen des Lichts und brauchen doppelt so viel Platz; JPEG und WebP haben 8</translation>
    </message>
    <message>
        <source>&amp;Quality of JPEG and WebP</source>
        <translation>&amp;Qualität von JPEG und WebP</translation>
    </message>
    <message>
        <source>With 100 hardly any detail is lost and files are large; below 80 blocks can be seen</source>
        <translation>Mit 100 geht kaum etwas verloren, und Dateien sind groß; unter 80 werden Blöcke sichtbar</translation>
    </message>
    <message>
        <source>Every pixel stays as it is; such files are several times larger</source>
        <translation>Jedes Pixel bleibt, wie es ist; solche Dateien sind mehrmals so groß</translation>
    </message>
    <message>
        <source>Compression of &amp;TIFF</source>
        <translation>Kompression von T&amp;IFF</translation>
    </message>
    <message>
        <source>How TIFF files are made smaller; the picture is the same with each</source>
        <translation>Wie TIFF-Dateien kleiner gemacht werden; das Bild ist bei allen dasselbe</translation>
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
    <message>
        <source>“Scan 12.jpg” becomes “{0}”.</source>
        <translation>Aus „Scan 12.jpg“ wird „{0}“.</translation>
    </message>
</context>
<context>
    <name>ScribblingController</name>
    <message>
        <source>Predicted Colours</source>
        <translation>Vorhergesagte Farben</translation>
    </message>
    <message>
        <source>Guess No Colours</source>
        <translation>Keine Farben raten</translation>
    </message>
</context>
<context>
    <name>ScribblingPresenter</name>
    <message>
        <source>No colours are guessed here that could follow your points</source>
        <translation>Hier werden keine Farben geraten, die Ihren Punkten folgen könnten</translation>
    </message>
    <message>
        <source>This model cannot be told colours, so only what you point at can change</source>
        <translation>Diesem Modell kann man keine Farben sagen; nur worauf Sie zeigen, kann sich ändern</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>{0}, in use: {1}</source>
        <translation>{0}, in Gebrauch: {1}</translation>
    </message>
    <message>
        <source>{0}, in use</source>
        <translation>{0}, in Gebrauch</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>&quot;{name}&quot; is no recipe of this version of Tintype; choose another file.</source>
        <translation>„{name}“ ist kein Rezept dieser Version von Tintype; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; holds no colours of this version of Tintype; choose another file.</source>
        <translation>„{path}“ enthält keine Farben dieser Version von Tintype; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; holds no recipe of Tintype; open the original photo instead.</source>
        <translation>„{path}“ enthält kein Rezept von Tintype; öffnen Sie stattdessen das Originalfoto.</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; is a folder, not a photo; choose the photos in it.</source>
        <translation>„{path}“ ist ein Ordner und kein Foto; wählen Sie die Fotos darin.</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; is no colour profile of a display; choose its .icc or .icm file.</source>
        <translation>„{path}“ ist kein Farbprofil eines Bildschirms; wählen Sie dessen .icc- oder .icm-Datei.</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; is too large for a file of colours; choose another.</source>
        <translation>„{path}“ ist für eine Datei mit Farben zu groß; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; is too large for a recipe; choose another file.</source>
        <translation>„{path}“ ist zu groß für ein Rezept; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 Seite</translation>
    </message>
    <message>
        <source>A cluster needs Ray, which is not installed; install Tintype with it: pipx install tintype[cluster].</source>
        <translation>Ein Cluster braucht Ray, und das ist nicht installiert; installieren Sie Tintype damit: pipx install tintype[cluster].</translation>
    </message>
    <message>
        <source>A network of the architecture {architecture} has an output stride of 4, and its second one is of the architecture {tokens}.</source>
        <translation>Ein Netz der Bauart {architecture} hat eine Ausgabeschrittweite von 4, und sein zweites ist von der Bauart {tokens}.</translation>
    </message>
    <message>
        <source>A network of the architecture {architecture} has an output stride of 8.</source>
        <translation>Ein Netz der Bauart {architecture} hat eine Ausgabeschrittweite von 8.</translation>
    </message>
    <message>
        <source>A network of the architecture {architecture}, and no other, holds a second one.</source>
        <translation>Ein Netz der Bauart {architecture}, und kein anderes, enthält ein zweites.</translation>
    </message>
    <message>
        <source>Checkpoints are opened with spandrel (MIT) and spandrel-extra-arches. The latter is MIT, too, but holds networks under licences of their own, some of which forbid commercial use; DDColor&apos;s is Apache-2.0.</source>
        <translation>Checkpoints werden mit spandrel (MIT) und spandrel-extra-arches geöffnet. Letzteres ist auch MIT, enthält aber Netze unter eigenen Lizenzen, von denen manche gewerbliche Nutzung verbieten; die von DDColor ist Apache-2.0.</translation>
    </message>
    <message>
        <source>Done before: &quot;{output}&quot;.</source>
        <translation>Schon erledigt: „{output}“.</translation>
    </message>
    <message>
        <source>In the name &quot;{text}&quot; a brace is missing; write fields like {{name}}.</source>
        <translation>Im Namen „{text}“ fehlt eine Klammer; schreiben Sie Felder wie {{name}}.</translation>
    </message>
    <message>
        <source>In the name &quot;{text}&quot; a field has more than its name; write it like {{name}}.</source>
        <translation>Im Namen „{text}“ steht in einem Feld mehr als sein Name; schreiben Sie es wie {{name}}.</translation>
    </message>
    <message>
        <source>It ended before its network was loaded.</source>
        <translation>Er endete, bevor sein Netz geladen war.</translation>
    </message>
    <message>
        <source>Kept black-and-white; nothing was written.</source>
        <translation>Schwarz-Weiß belassen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>L*, a* and b*</source>
        <translation>L*, a* und b*</translation>
    </message>
    <message>
        <source>No models can be opened here.</source>
        <translation>Hier lassen sich keine Modelle öffnen.</translation>
    </message>
    <message>
        <source>ONNX networks need onnxruntime, which is not installed; get it with: pip install tintype[models].</source>
        <translation>ONNX-Netze brauchen onnxruntime, das nicht installiert ist; Sie bekommen es mit: pip install tintype[models].</translation>
    </message>
    <message>
        <source>Photos cannot be reviewed first without a journal; choose an output folder.</source>
        <translation>Ohne Journal lassen sich Fotos nicht zuerst prüfen; wählen Sie einen Ausgabeordner.</translation>
    </message>
    <message>
        <source>PyTorch checkpoints need PyTorch, without which this installation comes; install Tintype with pipx: pipx install tintype[checkpoints].</source>
        <translation>PyTorch-Checkpoints brauchen PyTorch, das in dieser Installation fehlt; installieren Sie Tintype mit pipx: pipx install tintype[checkpoints].</translation>
    </message>
    <message>
        <source>PyTorch checkpoints need spandrel and spandrel-extra-arches, which are not installed; get them with: pip install tintype[checkpoints].</source>
        <translation>PyTorch-Checkpoints brauchen spandrel und spandrel-extra-arches, die nicht installiert sind; Sie bekommen sie mit: pip install tintype[checkpoints].</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RGB</translation>
    </message>
    <message>
        <source>Results cannot be written to &quot;{folder}&quot; ({reason}); check the address and the keys, or choose another place.</source>
        <translation>Ergebnisse können nicht nach „{folder}“ geschrieben werden ({reason}); prüfen Sie die Adresse und die Schlüssel, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The colours &quot;{path}&quot; are damaged; choose another file.</source>
        <translation>Die Farben „{path}“ sind beschädigt; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The colours &quot;{path}&quot; could not be read; check its name and folder.</source>
        <translation>Die Farben „{path}“ konnten nicht gelesen werden; prüfen Sie Name und Ordner.</translation>
    </message>
    <message>
        <source>The colours could not be written to &quot;{path}&quot;; choose another folder.</source>
        <translation>Die Farben konnten nicht nach „{path}“ geschrieben werden; wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The decoder&apos;s widths must be multiples of its attention heads.</source>
        <translation>Die Breiten des Decoders müssen Vielfache seiner Attention-Köpfe sein.</translation>
    </message>
    <message>
        <source>The disk of the folder &quot;{output}&quot; is full; free some space and go on.</source>
        <translation>Das Laufwerk des Ordners „{output}“ ist voll; schaffen Sie Platz und machen Sie weiter.</translation>
    </message>
    <message>
        <source>The disk of the node &quot;{node}&quot; is full ({folder}); free some space there and go on.</source>
        <translation>Die Festplatte des Knotens „{node}“ ist voll ({folder}); schaffen Sie dort Platz und machen Sie weiter.</translation>
    </message>
    <message>
        <source>The disk with the journal &quot;{path}&quot; is full; free some space and go on.</source>
        <translation>Das Laufwerk mit dem Protokoll „{path}“ ist voll; schaffen Sie Platz und machen Sie weiter.</translation>
    </message>
    <message>
        <source>The file &quot;{path}&quot; is empty; choose another photo.</source>
        <translation>Die Datei „{path}“ ist leer; wählen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>The file &quot;{path}&quot; is not a photo that Tintype knows; open a JPEG, PNG, TIFF, WebP or BMP file, for example.</source>
        <translation>Die Datei „{path}“ ist kein Foto, das Tintype kennt; öffnen Sie zum Beispiel eine JPEG-, PNG-, TIFF-, WebP- oder BMP-Datei.</translation>
    </message>
    <message>
        <source>The folder &quot;{folder}&quot; cannot be read ({reason}).</source>
        <translation>Der Ordner „{folder}“ lässt sich nicht lesen ({reason}).</translation>
    </message>
    <message>
        <source>The folder &quot;{root}&quot; cannot be read any more ({reason}); bring it back and go on.</source>
        <translation>Der Ordner „{root}“ lässt sich nicht mehr lesen ({reason}); stellen Sie ihn wieder bereit und machen Sie weiter.</translation>
    </message>
    <message>
        <source>The graphics card had too little memory; this photo was colorized on the processor.</source>
        <translation>Die Grafikkarte hatte zu wenig Speicher; dieses Foto wurde auf dem Prozessor koloriert.</translation>
    </message>
    <message>
        <source>The head of the cluster cannot be reached any more ({reason}); start it and go on.</source>
        <translation>Der Kopf des Clusters ist nicht mehr zu erreichen ({reason}); starten Sie ihn und machen Sie weiter.</translation>
    </message>
    <message>
        <source>The header of {path} cannot be read: {reason}.</source>
        <translation>Der Kopf von {path} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>The header of {path} cannot be read; export it again.</source>
        <translation>Der Kopf von {path} lässt sich nicht lesen; exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>The journal &quot;{path}&quot; cannot be written ({reason}); check the folder and its permissions.</source>
        <translation>Das Protokoll „{path}“ lässt sich nicht schreiben ({reason}); prüfen Sie den Ordner und seine Rechte.</translation>
    </message>
    <message>
        <source>The journal &quot;{path}&quot; is damaged: {count} of its {all} entries can be read and are used; a copy is kept as &quot;{copy}&quot;.</source>
        <translation>Das Protokoll „{path}“ ist beschädigt: {count} von {all} Einträgen sind lesbar und werden benutzt; eine Kopie bleibt als „{copy}“ erhalten.</translation>
    </message>
    <message>
        <source>The journal &quot;{path}&quot; was written by another version of Tintype; use that one, or move the journal away.</source>
        <translation>Das Protokoll „{path}“ hat eine andere Version von Tintype geschrieben; benutzen Sie jene, oder räumen Sie das Protokoll weg.</translation>
    </message>
    <message>
        <source>The model &quot;{name}&quot; is not at {path} any more; put its file back, or add it again.</source>
        <translation>Das Modell „{name}“ liegt nicht mehr unter {path}; legen Sie die Datei zurück oder fügen Sie es neu hinzu.</translation>
    </message>
    <message>
        <source>The models shelf &quot;{path}&quot; cannot be written ({reason}).</source>
        <translation>Das Modellregal „{path}“ lässt sich nicht schreiben ({reason}).</translation>
    </message>
    <message>
        <source>The name &quot;{text}&quot; begins with a dot, so its files would be hidden.</source>
        <translation>Der Name „{text}“ beginnt mit einem Punkt; seine Dateien wären versteckt.</translation>
    </message>
    <message>
        <source>The name &quot;{text}&quot; has the unknown field {{{field}}}; there are {known}.</source>
        <translation>Der Name „{text}“ hat das unbekannte Feld {{{field}}}; es gibt {known}.</translation>
    </message>
    <message>
        <source>The name &quot;{text}&quot; has {character} in it, which file names must not have.</source>
        <translation>Im Namen „{text}“ steht {character}, was in Dateinamen nicht vorkommen darf.</translation>
    </message>
    <message>
        <source>The name &quot;{text}&quot; would be the same for all photos; add {{name}} or {{counter}}.</source>
        <translation>Der Name „{text}“ wäre für alle Fotos gleich; ergänzen Sie {{name}} oder {{counter}}.</translation>
    </message>
    <message>
        <source>The network answers with the shape {shape}, not with {wanted} planes of a picture.</source>
        <translation>Das Netz antwortet mit der Form {shape}, nicht mit {wanted} Ebenen eines Bildes.</translation>
    </message>
    <message>
        <source>The network cannot be moved to {device}: {reason}.</source>
        <translation>Das Netz lässt sich nicht auf {device} übertragen: {reason}.</translation>
    </message>
    <message>
        <source>The network description is not one that this version knows: {reason}.</source>
        <translation>Die Beschreibung des Netzes kennt diese Version nicht: {reason}.</translation>
    </message>
    <message>
        <source>The network does not run on the graphics card here; the processor is used.</source>
        <translation>Das Netz läuft hier nicht auf der Grafikkarte; der Prozessor wird benutzt.</translation>
    </message>
    <message>
        <source>The network failed on this photo: {reason}.</source>
        <translation>Das Netz ist an diesem Foto gescheitert: {reason}.</translation>
    </message>
    <message>
        <source>The network gave no usable colours for this photo; check the weights file.</source>
        <translation>Das Netz hat für dieses Foto keine brauchbaren Farben geliefert; prüfen Sie die Gewichtsdatei.</translation>
    </message>
    <message>
        <source>The network gives no numbers for a test picture; its file is of no use.</source>
        <translation>Das Netz gibt für ein Testbild keine Zahlen; die Datei ist unbrauchbar.</translation>
    </message>
    <message>
        <source>The network is of the architecture {architecture}; this version knows {known}.</source>
        <translation>Das Netz ist von der Bauart {architecture}; diese Version kennt {known}.</translation>
    </message>
    <message>
        <source>The network of {path} takes no hints; choose other weights.</source>
        <translation>Das Netz aus {path} nimmt keine Hinweise an; wählen Sie andere Gewichte.</translation>
    </message>
    <message>
        <source>The network&apos;s bins, widths and heads must be 1 to {most}.</source>
        <translation>Klassen, Breiten und Köpfe des Netzes müssen zwischen 1 und {most} liegen.</translation>
    </message>
    <message>
        <source>The network&apos;s depths must be 0 to {most}.</source>
        <translation>Die Tiefen des Netzes müssen zwischen 0 und {most} liegen.</translation>
    </message>
    <message>
        <source>The node &quot;{node}&quot; cannot open the network: {reason}</source>
        <translation>Der Knoten „{node}“ kann das Netz nicht öffnen: {reason}</translation>
    </message>
    <message>
        <source>The node &quot;{node}&quot; does not see the folder &quot;{folder}&quot;; mount it there by the same name.</source>
        <translation>Der Knoten „{node}“ sieht den Ordner „{folder}“ nicht; binden Sie ihn dort unter demselben Namen ein.</translation>
    </message>
    <message>
        <source>The node &quot;{node}&quot; has Tintype {found} and the command has {wanted}; install the same there.</source>
        <translation>Der Knoten „{node}“ hat Tintype {found} und der Befehl hat {wanted}; installieren Sie dort dieselbe Version.</translation>
    </message>
    <message>
        <source>The node &quot;{node}&quot; has other weights ({found}) than the command ({wanted}); copy the same there.</source>
        <translation>Der Knoten „{node}“ hat andere Gewichte ({found}) als der Befehl ({wanted}); kopieren Sie dieselben dorthin.</translation>
    </message>
    <message>
        <source>The original &quot;{name}&quot; of &quot;{path}&quot; was not found unchanged; put it into the same folder.</source>
        <translation>Das Original „{name}“ von „{path}“ wurde nicht unverändert gefunden; legen Sie es in denselben Ordner.</translation>
    </message>
    <message>
        <source>The output folder &quot;{output}&quot; cannot be made ({reason}); choose another one.</source>
        <translation>Der Ausgabeordner „{output}“ lässt sich nicht anlegen ({reason}); wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The output folder &quot;{output}&quot; cannot be written to any more ({reason}); allow it, or choose another one, and go on.</source>
        <translation>In den Ausgabeordner „{output}“ lässt sich nicht mehr schreiben ({reason}); erlauben Sie es oder wählen Sie einen anderen, und machen Sie weiter.</translation>
    </message>
    <message>
        <source>The output folder &quot;{output}&quot; is gone; bring it back and go on.</source>
        <translation>Der Ausgabeordner „{output}“ ist verschwunden; stellen Sie ihn wieder bereit und machen Sie weiter.</translation>
    </message>
    <message>
        <source>The photo &quot;{path}&quot; could not be read ({reason}); check the drive and try again.</source>
        <translation>Das Foto „{path}“ konnte nicht gelesen werden ({reason}); prüfen Sie das Laufwerk und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The photo &quot;{path}&quot; does not exist; check its name and folder.</source>
        <translation>Das Foto „{path}“ gibt es nicht; prüfen Sie Name und Ordner.</translation>
    </message>
    <message>
        <source>The photo &quot;{path}&quot; does not fit into memory; close other programs or open a smaller copy.</source>
        <translation>Das Foto „{path}“ passt nicht in den Speicher; schließen Sie andere Programme oder öffnen Sie eine kleinere Kopie.</translation>
    </message>
    <message>
        <source>The photo &quot;{path}&quot; has 1 page, so there is no page {page}; choose another page.</source>
        <translation>Das Foto „{path}“ hat 1 Seite, also keine Seite {page}; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The photo &quot;{path}&quot; is damaged or cut off and cannot be decoded; copy it again from where it came from.</source>
        <translation>Das Foto „{path}“ ist beschädigt oder abgeschnitten und lässt sich nicht entschlüsseln; kopieren Sie es noch einmal von dort, wo es herkommt.</translation>
    </message>
    <message>
        <source>The photo &quot;{path}&quot; may not be read; ask its owner for permission to read it.</source>
        <translation>Das Foto „{path}“ darf nicht gelesen werden; bitten Sie den Eigentümer um Leserechte.</translation>
    </message>
    <message>
        <source>The photo &quot;{path}&quot; {reason}.</source>
        <translation>Das Foto „{path}“ {reason}.</translation>
    </message>
    <message>
        <source>The photo &quot;{source}&quot; can be read here and not on the node &quot;{node}&quot; ({reason}); mount the storage there by the same name.</source>
        <translation>Das Foto „{source}“ kann hier gelesen werden und auf dem Knoten „{node}“ nicht ({reason}); binden Sie den Speicher dort unter demselben Namen ein.</translation>
    </message>
    <message>
        <source>The photo &quot;{source}&quot; does not fit into memory; close other programs and try again.</source>
        <translation>Das Foto „{source}“ passt nicht in den Speicher; schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The photo &quot;{source}&quot; was not colorized ({reason}); try again.</source>
        <translation>Das Foto „{source}“ wurde nicht koloriert ({reason}); versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The photo &quot;{source}&quot; was not colorized because of a fault in Tintype ({kind}: {reason}).</source>
        <translation>Das Foto „{source}“ wurde wegen eines Fehlers in Tintype nicht koloriert ({kind}: {reason}).</translation>
    </message>
    <message>
        <source>The photo &quot;{source}&quot; was not colorized, because {count} workers were lost with it; it may need more memory than a node has.</source>
        <translation>Das Foto „{source}“ wurde nicht koloriert, weil {count} Arbeiter damit verloren gingen; vielleicht braucht es mehr Arbeitsspeicher, als ein Knoten hat.</translation>
    </message>
    <message>
        <source>The photo &quot;{source}&quot;, or the model, is not the one that was accepted; look at it again.</source>
        <translation>Das Foto „{source}“ oder das Modell ist nicht mehr das, das angenommen wurde; sehen Sie es noch einmal an.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because &quot;{folder}&quot; is not a folder; choose another one.</source>
        <translation>Das Foto „{target}“ wurde nicht gespeichert, weil „{folder}“ kein Ordner ist; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because a {target_format} file cannot keep its transparency; use .png, .tif or .webp.</source>
        <translation>Das Foto „{target}“ wurde nicht gespeichert, weil eine {target_format}-Datei seine Durchsichtigkeit nicht behalten kann; nehmen Sie .png, .tif oder .webp.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because a {target_format} file is at most {limit} pixels wide and high; use .tif or .png.</source>
        <translation>Das Foto „{target}“ wurde nicht gespeichert, weil eine {target_format}-Datei höchstens {limit} Pixel breit und hoch ist; nehmen Sie .tif oder .png.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because it could not be encoded as {target_format}; choose another format.</source>
        <translation>Das Foto „{target}“ wurde nicht gespeichert, weil es sich nicht als {target_format} verschlüsseln ließ; wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because its name is too long; choose a shorter one.</source>
        <translation>Das Foto „{target}“ wurde nicht gespeichert, weil sein Name zu lang ist; wählen Sie einen kürzeren.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because its source has no RGB profile that colours can be converted to; choose sRGB.</source>
        <translation>Das Foto „{target}“ wurde nicht gespeichert, weil sein Original kein RGB-Profil hat, in das sich Farben umrechnen lassen; wählen Sie sRGB.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because its suffix names no format that Tintype writes; use .jpg, .png, .tif, .webp or .bmp.</source>
        <translation>Das Foto „{target}“ wurde nicht gespeichert, weil seine Endung kein Format nennt, das Tintype schreibt; nehmen Sie .jpg, .png, .tif, .webp oder .bmp.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because memory ran out; close other programs and try again.</source>
        <translation>Das Foto „{target}“ wurde nicht gespeichert, weil der Speicher nicht reichte; schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because the disk is full; free some space or choose another folder.</source>
        <translation>Das Foto „{target}“ wurde nicht gespeichert, weil das Laufwerk voll ist; schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because the drive does not take files of that size; choose another drive.</source>
        <translation>Das Foto „{target}“ wurde nicht gespeichert, weil das Laufwerk keine so großen Dateien annimmt; wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because the drive reported an error ({reason}); check it and try again.</source>
        <translation>Das Foto „{target}“ wurde nicht gespeichert, weil das Laufwerk einen Fehler meldete ({reason}); prüfen Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because the folder &quot;{folder}&quot; does not exist; create it or choose another one.</source>
        <translation>Das Foto „{target}“ wurde nicht gespeichert, weil es den Ordner „{folder}“ nicht gibt; legen Sie ihn an oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because the folder &quot;{folder}&quot; may not be written to; choose another one.</source>
        <translation>Das Foto „{target}“ wurde nicht gespeichert, weil in den Ordner „{folder}“ nicht geschrieben werden darf; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because what was written could not be read back unchanged; check the drive and try again.</source>
        <translation>Das Foto „{target}“ wurde nicht gespeichert, weil sich das Geschriebene nicht unverändert zurücklesen ließ; prüfen Sie das Laufwerk und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The photo lay on its side and was turned to the left.</source>
        <translation>Das Foto lag auf der Seite und wurde nach links gedreht.</translation>
    </message>
    <message>
        <source>The photo lay on its side and was turned to the right.</source>
        <translation>Das Foto lag auf der Seite und wurde nach rechts gedreht.</translation>
    </message>
    <message>
        <source>The photo stood on its head and was turned round.</source>
        <translation>Das Foto stand auf dem Kopf und wurde umgedreht.</translation>
    </message>
    <message>
        <source>The photo was in colour already and kept its own colours.</source>
        <translation>Das Foto war schon farbig und behielt seine eigenen Farben.</translation>
    </message>
    <message>
        <source>The photo was in colour already; only its lightness was used.</source>
        <translation>Das Foto war schon farbig; nur seine Helligkeit wurde verwendet.</translation>
    </message>
    <message>
        <source>The photo {reason}.</source>
        <translation>Das Foto {reason}.</translation>
    </message>
    <message>
        <source>The photo&apos;s EXIF is damaged and not kept.</source>
        <translation>EXIF des Fotos ist beschädigt und bleibt nicht erhalten.</translation>
    </message>
    <message>
        <source>The photo&apos;s EXIF is damaged; what could be read of it is kept.</source>
        <translation>EXIF des Fotos ist beschädigt; was sich lesen ließ, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The photo&apos;s XMP is not kept, because {reason}.</source>
        <translation>XMP des Fotos bleibt nicht erhalten: {reason}.</translation>
    </message>
    <message>
        <source>The photo&apos;s colour profile cannot be followed; sRGB was assumed.</source>
        <translation>Das Farbprofil des Fotos ist nicht anwendbar; angenommen wurde sRGB.</translation>
    </message>
    <message>
        <source>The photo&apos;s colour profile is damaged or of an unknown kind; sRGB was assumed.</source>
        <translation>Das Farbprofil des Fotos ist beschädigt oder von unbekannter Art; angenommen wurde sRGB.</translation>
    </message>
    <message>
        <source>The photo&apos;s colour profile is for CMYK and its samples are not; sRGB was assumed.</source>
        <translation>Das Farbprofil des Fotos ist für CMYK, seine Werte sind es nicht; sRGB wurde angenommen.</translation>
    </message>
    <message>
        <source>The photo&apos;s colour profile is for gray and its samples are in colour; sRGB was assumed.</source>
        <translation>Das Farbprofil des Fotos gilt für Grau, seine Werte sind aber farbig; angenommen wurde sRGB.</translation>
    </message>
    <message>
        <source>The process that colorized &quot;{source}&quot; has ended; it may need more memory than there is. Try again with fewer photos at a time.</source>
        <translation>Der Prozess, der „{source}“ kolorierte, ist beendet; vielleicht braucht er mehr Speicher, als da ist. Versuchen Sie es mit weniger Fotos zugleich.</translation>
    </message>
    <message>
        <source>The recipe &quot;{name}&quot; cannot be followed ({reason}); perhaps a newer version of Tintype made it.</source>
        <translation>Dem Rezept „{name}“ lässt sich nicht folgen ({reason}); vielleicht stammt es von einer neueren Version von Tintype.</translation>
    </message>
    <message>
        <source>The recipe &quot;{name}&quot; is damaged; choose another file.</source>
        <translation>Das Rezept „{name}“ ist beschädigt; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The recipe &quot;{path}&quot; could not be read; check its name and folder.</source>
        <translation>Das Rezept „{path}“ konnte nicht gelesen werden; prüfen Sie Name und Ordner.</translation>
    </message>
    <message>
        <source>The reference photo of this recipe is damaged; choose it again.</source>
        <translation>Das Vorbild dieses Rezepts ist beschädigt; wählen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The report &quot;{path}&quot; has no known suffix; name it .json or .csv.</source>
        <translation>Der Bericht „{path}“ hat keine bekannte Endung; nehmen Sie .json oder .csv.</translation>
    </message>
    <message>
        <source>The result is a PNG, because a {target_format} file cannot keep {lost}.</source>
        <translation>Das Ergebnis ist ein PNG, weil eine Datei im Format {target_format} {lost} nicht erhalten kann.</translation>
    </message>
    <message>
        <source>The results need about {needed}, and the disk of the folder &quot;{output}&quot; has {free} free; free some space or choose another folder.</source>
        <translation>Die Ergebnisse brauchen etwa {needed}, auf dem Laufwerk des Ordners „{output}“ sind {free} frei; schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The tensor {name} does not fit into 16 bits; the training has gone wrong.</source>
        <translation>Der Tensor {name} passt nicht in 16 Bit; das Training ist misslungen.</translation>
    </message>
    <message>
        <source>The two networks of a pair must have the same bins and colour space.</source>
        <translation>Die beiden Netze eines Paars müssen dieselben Farbklassen und denselben Farbraum haben.</translation>
    </message>
    <message>
        <source>The weights are not those of the run any more.</source>
        <translation>Die Gewichte sind nicht mehr die des Laufs.</translation>
    </message>
    <message>
        <source>The weights file {path} cannot be written: {reason}.</source>
        <translation>Die Gewichtsdatei {path} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>The work on this photo is not kept.</source>
        <translation>Die Arbeit an diesem Foto wird nicht aufgehoben.</translation>
    </message>
    <message>
        <source>There are no photos at &quot;{address}&quot;.</source>
        <translation>Bei „{address}“ gibt es keine Fotos.</translation>
    </message>
    <message>
        <source>There are no photos in the folder &quot;{root}&quot;.</source>
        <translation>Im Ordner „{root}“ sind keine Fotos.</translation>
    </message>
    <message>
        <source>There is a file &quot;{target}&quot; already.</source>
        <translation>Eine Datei „{target}“ gibt es schon.</translation>
    </message>
    <message>
        <source>There is no Ray cluster at &quot;{address}&quot; that this computer belongs to ({reason}); docs/scale.md says how one is started.</source>
        <translation>Bei „{address}“ gibt es keinen Ray-Cluster, zu dem dieser Computer gehört ({reason}); docs/scale.md sagt, wie man einen startet.</translation>
    </message>
    <message>
        <source>There is no device called {name}; choose one of {known}.</source>
        <translation>Ein Gerät namens {name} gibt es nicht; wählen Sie eines von {known}.</translation>
    </message>
    <message>
        <source>There is no model &quot;{name}&quot; on the shelf.</source>
        <translation>Ein Modell „{name}“ steht nicht im Regal.</translation>
    </message>
    <message>
        <source>There is no picture to colorize; open another photo.</source>
        <translation>Es gibt kein Bild zum Kolorieren; öffnen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>There is no weights file {path} and no model of that name on the shelf; check the name.</source>
        <translation>Es gibt weder eine Gewichtsdatei {path} noch ein Modell dieses Namens im Regal; prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>There is no weights file {path}; check the path.</source>
        <translation>Eine Gewichtsdatei {path} gibt es nicht; prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>There is nothing at &quot;{address}&quot;; check it.</source>
        <translation>Bei „{address}“ ist nichts; prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>There is too little memory to colorize this photo; close other programs and try again.</source>
        <translation>Der Speicher reicht nicht, um dieses Foto zu kolorieren; schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This batch has been started already; start a new one.</source>
        <translation>Dieser Stapel wurde schon gestartet; starten Sie einen neuen.</translation>
    </message>
    <message>
        <source>This model does not see what is alike, so the reference photo&apos;s colours follow brightness.</source>
        <translation>Dieses Modell sieht nicht, was sich gleicht; darum folgen die Farben des Vorbilds der Helligkeit.</translation>
    </message>
    <message>
        <source>This network enlarges photos ({taken} pixels to {given}); it does not colorize.</source>
        <translation>Dieses Netz vergrößert Fotos (von {taken} Pixeln auf {given}); es koloriert nicht.</translation>
    </message>
    <message>
        <source>This network gives gray pictures for gray ones; it does something else than to colorize.</source>
        <translation>Dieses Netz gibt für graue Bilder graue; es tut etwas anderes, als zu kolorieren.</translation>
    </message>
    <message>
        <source>This network is no colorizer: it takes {taken} and gives {given}.</source>
        <translation>Dieses Netz koloriert nicht: Es nimmt {taken} und gibt {given}.</translation>
    </message>
    <message>
        <source>Tintype is at work in the folder &quot;{folder}&quot; already; wait for it to finish.</source>
        <translation>Tintype arbeitet schon im Ordner „{folder}“; warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>Tintype&apos;s own files are missing from {root}; install the program again.</source>
        <translation>In {root} fehlen Dateien von Tintype selbst; installieren Sie das Programm noch einmal.</translation>
    </message>
    <message>
        <source>What is kept for the review needs about {needed}, and the disk of the folder &quot;{folder}&quot; has {free} free; free some space.</source>
        <translation>Was zum Prüfen aufgehoben wird, braucht etwa {needed}, auf dem Laufwerk des Ordners „{folder}“ sind {free} frei; schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>a palette</source>
        <translation>eine Palette</translation>
    </message>
    <message>
        <source>a part of its extension is missing</source>
        <translation>ein Teil der Erweiterung fehlt</translation>
    </message>
    <message>
        <source>a tag has no end</source>
        <translation>ein Tag hat kein Ende</translation>
    </message>
    <message>
        <source>a value of type {kind} cannot be stored</source>
        <translation>ein Wert vom Typ {kind} lässt sich nicht speichern</translation>
    </message>
    <message>
        <source>a* and b*</source>
        <translation>a* und b*</translation>
    </message>
    <message>
        <source>a* and b* from 0 to 255</source>
        <translation>a* und b* von 0 bis 255</translation>
    </message>
    <message>
        <source>a* and b* from −1 to 1, for 110</source>
        <translation>a* und b* von −1 bis 1, für 110</translation>
    </message>
    <message>
        <source>a* and b* from −1 to 1, for 128</source>
        <translation>a* und b* von −1 bis 1, für 128</translation>
    </message>
    <message>
        <source>claims {megapixels} megapixels, but holds far too little data for them; it is cut off, or no photo</source>
        <translation>gibt {megapixels} Megapixel an, enthält aber viel zu wenig Daten dafür; es ist abgeschnitten oder kein Foto</translation>
    </message>
    <message>
        <source>does not say its colour space; {name} was assumed</source>
        <translation>nennt seinen Farbraum nicht; angenommen wurde {name}</translation>
    </message>
    <message>
        <source>gray from 0 to 1</source>
        <translation>Grau von 0 bis 1</translation>
    </message>
    <message>
        <source>gray from 0 to 255</source>
        <translation>Grau von 0 bis 255</translation>
    </message>
    <message>
        <source>gray from black to white</source>
        <translation>Grau von Schwarz nach Weiß</translation>
    </message>
    <message>
        <source>gray from white to black</source>
        <translation>Grau von Weiß nach Schwarz</translation>
    </message>
    <message>
        <source>gray from −1 to 1</source>
        <translation>Grau von −1 bis 1</translation>
    </message>
    <message>
        <source>gray with ImageNet&apos;s mean taken off</source>
        <translation>Grau ohne den Mittelwert von ImageNet</translation>
    </message>
    <message>
        <source>has a broken chain of pages; those that are whole can be opened</source>
        <translation>hat eine unterbrochene Kette von Seiten; die ganzen lassen sich öffnen</translation>
    </message>
    <message>
        <source>has a colour map of 8 bits where one of 16 belongs; it was read as such</source>
        <translation>hat eine Farbtabelle von 8 statt 16 Bit; sie wurde so gelesen</translation>
    </message>
    <message>
        <source>has a colour profile of which a part is missing; sRGB was assumed</source>
        <translation>hat ein Farbprofil, von dem ein Teil fehlt; angenommen wurde sRGB</translation>
    </message>
    <message>
        <source>has a colour profile that its decoder does not tell; sRGB was assumed</source>
        <translation>hat ein Farbprofil, das sein Decoder nicht nennt; angenommen wurde sRGB</translation>
    </message>
    <message>
        <source>has a directory that cannot be read; its page was left out</source>
        <translation>hat ein Verzeichnis, das sich nicht lesen lässt; seine Seite wurde ausgelassen</translation>
    </message>
    <message>
        <source>has a few samples far beyond all others; they were cut off</source>
        <translation>hat einige Werte weit jenseits aller anderen; sie wurden abgeschnitten</translation>
    </message>
    <message>
        <source>has a segment ({name}) that is too short; it was passed over</source>
        <translation>hat ein zu kurzes Segment ({name}); es wurde übergangen</translation>
    </message>
    <message>
        <source>has a segment of no length; it was passed over</source>
        <translation>hat ein Segment ohne Länge; es wurde übergangen</translation>
    </message>
    <message>
        <source>has a wrong or missing checksum; its picture is whole</source>
        <translation>hat eine falsche oder keine Prüfsumme; das Bild ist vollständig</translation>
    </message>
    <message>
        <source>has an alpha channel that is clear everywhere; it was passed over</source>
        <translation>hat einen überall durchsichtigen Alphakanal; er wurde übergangen</translation>
    </message>
    <message>
        <source>has samples of {bits} bits that use far fewer; 0 to {high} was taken as black to white</source>
        <translation>hat Werte von {bits} Bit, die viel weniger nutzen; 0 bis {high} wurde als Schwarz bis Weiß genommen</translation>
    </message>
    <message>
        <source>is a BMP of OS/2 in a coding that Tintype does not know; save it as PNG</source>
        <translation>ist ein BMP von OS/2 in einer Kodierung, die Tintype nicht kennt; speichern Sie es als PNG</translation>
    </message>
    <message>
        <source>is a BMP of {bits} bits in the coding {coding}, which Tintype does not know; save it as PNG</source>
        <translation>ist ein BMP von {bits} Bit in der Kodierung {coding}, die Tintype nicht kennt; speichern Sie es als PNG</translation>
    </message>
    <message>
        <source>is a JPEG 2000 file in an unusual colour space ({space}); save it as RGB and open that</source>
        <translation>ist eine JPEG-2000-Datei in einem ungewöhnlichen Farbraum ({space}); speichern Sie sie als RGB und öffnen Sie diese</translation>
    </message>
    <message>
        <source>is a JPEG 2000 file of {count} channels; save it as gray or RGB and open that</source>
        <translation>ist eine JPEG-2000-Datei mit {count} Kanälen; speichern Sie sie als Grau oder RGB und öffnen Sie das</translation>
    </message>
    <message>
        <source>is a JPEG-LS, which Tintype does not decode; save it as PNG or TIFF</source>
        <translation>ist ein JPEG-LS, das Tintype nicht entschlüsselt; speichern Sie es als PNG oder TIFF</translation>
    </message>
    <message>
        <source>is a PNG of the kind that Apple&apos;s programs alone read; save it as an ordinary PNG and open that</source>
        <translation>ist ein PNG der Art, die nur Apples Programme lesen; speichern Sie es als gewöhnliches PNG und öffnen Sie das</translation>
    </message>
    <message>
        <source>is a file in the format {source_format}, of a kind that its decoder does not know, or damaged; save it as PNG or TIFF and open that</source>
        <translation>ist eine Datei im Format {source_format} von einer Art, die ihr Decoder nicht kennt, oder beschädigt; speichern Sie sie als PNG oder TIFF und öffnen Sie das</translation>
    </message>
    <message>
        <source>is cut off; its picture is whole</source>
        <translation>ist abgeschnitten; das Bild darin ist vollständig</translation>
    </message>
    <message>
        <source>it is forbidden</source>
        <translation>es ist verboten</translation>
    </message>
    <message>
        <source>lacks its last scans; its finest details are missing</source>
        <translation>hat seine letzten Durchgänge nicht; die feinsten Einzelheiten fehlen</translation>
    </message>
    <message>
        <source>{count} photos lie on this scan; each has a row of its own.</source>
        <translation>Auf diesem Scan liegen {count} Fotos; jedes hat eine eigene Zeile.</translation>
    </message>
    <message>
        <source>{path} cannot be used to tell how photos lie ({reason}); install Tintype again.</source>
        <translation>Mit {path} lässt sich nicht erkennen, wie Fotos liegen ({reason}); installieren Sie Tintype neu.</translation>
    </message>
    <message>
        <source>{path} is of another kind than Tintype&apos;s own network, and this installation comes without PyTorch, which it needs; make an ONNX file of it where it was trained (python -m model_training export --onnx), and open that.</source>
        <translation>{path} ist von anderer Art als Tintypes eigenes Netz und braucht PyTorch, das in dieser Installation fehlt; machen Sie dort, wo es trainiert wurde, eine ONNX-Datei daraus (python -m model_training export --onnx) und öffnen Sie diese.</translation>
    </message>
    <message>
        <source>“Only my colours” needs SciPy, which is not here; use a Tintype that pip installed.</source>
        <translation>„Nur meine Farben“ braucht SciPy, das hier fehlt; nehmen Sie ein Tintype, das pip installiert hat.</translation>
    </message>
    <message>
        <source>“{name}” has {megapixels} megapixels: it will need about {memory} GB of memory and {disk} GB of free disk space, and some minutes.</source>
        <translation>„{name}“ hat {megapixels} Megapixel: Das braucht etwa {memory} GB Arbeitsspeicher, {disk} GB freien Platz auf der Festplatte und einige Minuten.</translation>
    </message>
    <message>
        <source>has floating-point samples from {low} to {high}; they were cut to 0 to 1</source>
        <translation>hat Gleitkommawerte von {low} bis {high}; sie wurden auf 0 bis 1 begrenzt</translation>
    </message>
    <message>
        <source>&quot;{address}&quot; cannot be reached ({reason}); check the address, the network and the keys.</source>
        <translation>„{address}“ ist nicht zu erreichen ({reason}); prüfen Sie die Adresse, die Verbindung und die Schlüssel.</translation>
    </message>
    <message>
        <source>&quot;{address}&quot; cannot be reached, because what reads such addresses is not installed ({reason}); install Tintype with its extra: pipx install tintype[cluster].</source>
        <translation>„{address}“ ist nicht zu erreichen, weil nicht installiert ist, was solche Adressen liest ({reason}); installieren Sie Tintype mit seinem Zusatz: pipx install tintype[cluster].</translation>
    </message>
    <message>
        <source>&quot;{address}&quot; is forbidden; give this computer, and each node, a key that may use it.</source>
        <translation>„{address}“ ist verboten; geben Sie diesem Computer und jedem Knoten einen Schlüssel, der es benutzen darf.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; has no colours to give; choose a photo in colour.</source>
        <translation>„{name}“ hat keine Farben zu geben; wählen Sie ein Foto in Farbe.</translation>
    </message>
    <message>
        <source>The decoder has a width at {strides} strides, not at {count}.</source>
        <translation>Der Decoder hat eine Breite bei {strides} Schrittweiten, nicht bei {count}.</translation>
    </message>
    <message>
        <source>The installed onnxruntime cannot compute on {name}; choose &quot;Automatic&quot; or &quot;Processor&quot; in the settings (--device auto or cpu).</source>
        <translation>Das installierte onnxruntime kann nicht auf {name} rechnen; wählen Sie „Automatisch“ oder „Prozessor“ in den Einstellungen (--device auto oder cpu).</translation>
    </message>
    <message>
        <source>The network&apos;s output stride must be {known}, not {stride}.</source>
        <translation>Die Ausgabeschrittweite des Netzes muss {known} sein, nicht {stride}.</translation>
    </message>
    <message>
        <source>The output folder &quot;{output}&quot; cannot be written to ({reason}); allow it, or choose another one.</source>
        <translation>In den Ausgabeordner „{output}“ kann nicht geschrieben werden ({reason}); erlauben Sie es, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The output folder &quot;{output}&quot; lies in &quot;{root}&quot;, where the originals are; choose a folder outside of it, or allow it by &quot;Use This Folder Anyway&quot; (--allow-inside).</source>
        <translation>Der Ausgabeordner „{output}“ liegt in „{root}“, wo die Originale sind; wählen Sie einen Ordner außerhalb, oder erlauben Sie es mit „Diesen Ordner trotzdem nehmen“ (--allow-inside).</translation>
    </message>
    <message>
        <source>This computer cannot compute on {name}; choose &quot;Automatic&quot; or &quot;Processor&quot; in the settings (--device auto or cpu).</source>
        <translation>Dieser Rechner kann nicht auf {name} rechnen; wählen Sie „Automatisch“ oder „Prozessor“ in den Einstellungen (--device auto oder cpu).</translation>
    </message>
    <message>
        <source>has floating-point samples; {low} to {high} was taken as black to white</source>
        <translation>hat Gleitkommawerte; {low} bis {high} gilt als Schwarz bis Weiß</translation>
    </message>
    <message>
        <source>has long XMP that is kept in part, because {reason}</source>
        <translation>hat langes XMP, das nur zum Teil erhalten bleibt: {reason}</translation>
    </message>
    <message>
        <source>has more data in a strip than belongs there; it was left out</source>
        <translation>hat in einem Streifen mehr Daten, als dorthin gehören; sie wurden ausgelassen</translation>
    </message>
    <message>
        <source>has no colour map where one belongs; it was read without</source>
        <translation>hat keine Farbtabelle, wo eine hingehört; es wurde ohne sie gelesen</translation>
    </message>
    <message>
        <source>has no end mark; it may lack its finest details</source>
        <translation>hat keine Endmarke; vielleicht fehlen die feinsten Einzelheiten</translation>
    </message>
    <message>
        <source>has no end mark; its picture is whole</source>
        <translation>hat keine Endmarke; sein Bild ist vollständig</translation>
    </message>
    <message>
        <source>has no pixels; choose another file</source>
        <translation>hat keine Pixel; wählen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>has no sample with a value; there is no picture in it</source>
        <translation>hat keinen einzigen Messwert; darin ist kein Bild</translation>
    </message>
    <message>
        <source>has samples of {value} where nothing was measured; they are black</source>
        <translation>hat Werte von {value}, wo nichts gemessen wurde; sie sind schwarz</translation>
    </message>
    <message>
        <source>has samples of {value} where nothing was measured; they are white</source>
        <translation>hat Werte von {value}, wo nichts gemessen wurde; sie sind weiß</translation>
    </message>
    <message>
        <source>has samples that are no numbers; they were taken as black</source>
        <translation>hat Werte, die keine Zahlen sind; sie gelten als Schwarz</translation>
    </message>
    <message>
        <source>has signed samples; {low} to {high} was taken as black to white</source>
        <translation>hat Werte mit Vorzeichen; {low} bis {high} gilt als Schwarz bis Weiß</translation>
    </message>
    <message>
        <source>has stray bytes between its segments; they were passed over</source>
        <translation>hat verirrte Bytes zwischen seinen Segmenten; sie wurden übergangen</translation>
    </message>
    <message>
        <source>has wrong lengths of its strips; they were computed from its size</source>
        <translation>hat falsche Längen seiner Streifen; sie wurden aus der Größe berechnet</translation>
    </message>
    <message>
        <source>has {bits} bits, of which {kept} could be read</source>
        <translation>hat {bits} Bit, von denen sich {kept} lesen ließen</translation>
    </message>
    <message>
        <source>has {count}, so there is no page {page}; choose another page</source>
        <translation>hat {count}, also keine Seite {page}; wählen Sie eine andere</translation>
    </message>
    <message>
        <source>has {megapixels} megapixels, more than the {most} that Tintype opens; make a smaller copy, or raise the limit in the settings or by --max-megapixels</source>
        <translation>hat {megapixels} Megapixel, mehr als die {most}, die Tintype öffnet; machen Sie eine kleinere Kopie, oder erhöhen Sie die Grenze in den Einstellungen oder mit --max-megapixels</translation>
    </message>
    <message>
        <source>holds far too little data for its size; it is cut off, or no photo</source>
        <translation>enthält für seine Größe viel zu wenig Daten; es ist abgeschnitten oder kein Foto</translation>
    </message>
    <message>
        <source>is a JPEG 2000 file with unusual samples; save it with 16 bits and open that</source>
        <translation>ist eine JPEG-2000-Datei mit ungewöhnlichen Werten; speichern Sie sie mit 16 Bit und öffnen Sie diese</translation>
    </message>
    <message>
        <source>is a JPEG XL of floating-point samples; save it with 16 bits and open that</source>
        <translation>ist ein JPEG XL mit Gleitkommawerten; speichern Sie es mit 16 Bit und öffnen Sie dieses</translation>
    </message>
    <message>
        <source>is a JPEG of {count} channels; save it as gray or RGB and open that</source>
        <translation>ist ein JPEG mit {count} Kanälen; speichern Sie es in Grau oder RGB und öffnen Sie dieses</translation>
    </message>
    <message>
        <source>is a TIFF in CIELab with unusual samples; save it as gray or RGB and open that</source>
        <translation>ist ein TIFF in CIELab mit ungewöhnlichen Werten; speichern Sie es in Grau oder RGB und öffnen Sie dieses</translation>
    </message>
    <message>
        <source>is a TIFF in an unusual colour space; save it as gray or RGB and open that</source>
        <translation>ist ein TIFF in einem ungewöhnlichen Farbraum; speichern Sie es in Grau oder RGB und öffnen Sie dieses</translation>
    </message>
    <message>
        <source>is a TIFF in the compression {number}, which Tintype does not know; save it with another one</source>
        <translation>ist ein TIFF in der Kompression {number}, die Tintype nicht kennt; speichern Sie es mit einer anderen</translation>
    </message>
    <message>
        <source>is a TIFF with an unusual kind of numbers; save it with 16 bits and open that</source>
        <translation>ist ein TIFF mit einer ungewöhnlichen Art von Zahlen; speichern Sie es mit 16 Bit und öffnen Sie dieses</translation>
    </message>
    <message>
        <source>is a TIFF with fewer channels ({count}) than its colour space has ({wanted}); save it as gray or RGB and open that</source>
        <translation>ist ein TIFF mit weniger Kanälen ({count}), als sein Farbraum hat ({wanted}); speichern Sie es in Grau oder RGB und öffnen Sie dieses</translation>
    </message>
    <message>
        <source>is a TIFF without the colour map that it needs; save it as PNG and open that</source>
        <translation>ist ein TIFF ohne die Farbtabelle, die es braucht; speichern Sie es als PNG und öffnen Sie dieses</translation>
    </message>
    <message>
        <source>is a hierarchical JPEG, which Tintype does not decode; save it as PNG or TIFF</source>
        <translation>ist ein hierarchisches JPEG, das Tintype nicht entschlüsselt; speichern Sie es als PNG oder TIFF</translation>
    </message>
    <message>
        <source>is an AVIF of {width} x {height} pixels, and its decoder opens at most {most} a side; save it as TIFF or PNG</source>
        <translation>ist ein AVIF von {width} x {height} Pixeln, und der Decoder öffnet höchstens {most} je Seite; speichern Sie es als TIFF oder PNG</translation>
    </message>
    <message>
        <source>is damaged or cut off; at least {share} % of the picture is missing</source>
        <translation>ist beschädigt oder abgeschnitten; mindestens {share} % des Bildes fehlen</translation>
    </message>
    <message>
        <source>is in an unusual colour space; sRGB was assumed</source>
        <translation>ist in einem ungewöhnlichen Farbraum; angenommen wurde sRGB</translation>
    </message>
    <message>
        <source>is in the format {name}, for which an addition is missing; install it with: pip install &quot;tintype[{extra}]&quot;</source>
        <translation>ist im Format {name}, für das eine Ergänzung fehlt; installieren Sie sie mit: pip install &quot;tintype[{extra}]&quot;</translation>
    </message>
    <message>
        <source>it cleans photos, it does not colorize</source>
        <translation>es säubert Fotos, es koloriert nicht</translation>
    </message>
    <message>
        <source>it declares a document type, which XMP never does</source>
        <translation>es erklärt einen Dokumenttyp, was XMP nie tut</translation>
    </message>
    <message>
        <source>it enlarges photos, it does not colorize</source>
        <translation>es vergrößert Fotos, es koloriert nicht</translation>
    </message>
    <message>
        <source>it fills holes in photos, it does not colorize</source>
        <translation>es füllt Löcher in Fotos, es koloriert nicht</translation>
    </message>
    <message>
        <source>it holds no RDF</source>
        <translation>es enthält kein RDF</translation>
    </message>
    <message>
        <source>it is larger than 32 MB</source>
        <translation>es ist größer als 32 MB</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>es ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it is not well-formed ({reason})</source>
        <translation>es ist nicht wohlgeformt ({reason})</translation>
    </message>
    <message>
        <source>it restores faces, it does not colorize</source>
        <translation>es stellt Gesichter wieder her, es koloriert nicht</translation>
    </message>
    <message>
        <source>its text is damaged</source>
        <translation>sein Text ist beschädigt</translation>
    </message>
    <message>
        <source>its transparency</source>
        <translation>die Transparenz</translation>
    </message>
    <message>
        <source>its {depth} bits</source>
        <translation>die {depth} Bit</translation>
    </message>
    <message>
        <source>lightness L* from 0 to 100</source>
        <translation>Helligkeit L* von 0 bis 100</translation>
    </message>
    <message>
        <source>lightness L* from −50 to 50</source>
        <translation>Helligkeit L* von −50 bis 50</translation>
    </message>
    <message>
        <source>lightness from 0 to 1</source>
        <translation>Helligkeit von 0 bis 1</translation>
    </message>
    <message>
        <source>lightness from −1 to 1</source>
        <translation>Helligkeit von −1 bis 1</translation>
    </message>
    <message>
        <source>red, green and blue from 0 to 1</source>
        <translation>Rot, Grün und Blau von 0 bis 1</translation>
    </message>
    <message>
        <source>red, green and blue from 0 to 255</source>
        <translation>Rot, Grün und Blau von 0 bis 255</translation>
    </message>
    <message>
        <source>red, green and blue from −1 to 1</source>
        <translation>Rot, Grün und Blau von −1 bis 1</translation>
    </message>
    <message>
        <source>red, green and blue with ImageNet&apos;s mean taken off</source>
        <translation>Rot, Grün und Blau ohne den Mittelwert von ImageNet</translation>
    </message>
    <message>
        <source>scores of 313 colours</source>
        <translation>Punkte für 313 Farben</translation>
    </message>
    <message>
        <source>shares of 313 colours</source>
        <translation>Anteile von 313 Farben</translation>
    </message>
    <message>
        <source>so many pixels</source>
        <translation>so viele Pixel</translation>
    </message>
    <message>
        <source>takes {taken}, gives {given}</source>
        <translation>nimmt {taken}, gibt {given}</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>unbekannter Grund</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} Seiten</translation>
    </message>
    <message>
        <source>{decoder_path} needs the encoder {encoder}…, which lies neither beside it nor in the program; copy its encoder file to the same folder.</source>
        <translation>{decoder_path} braucht den Encoder {encoder}…, der weder daneben noch im Programm liegt; kopieren Sie die Encoder-Datei in denselben Ordner.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); choose another file.</source>
        <translation>{path} lässt sich nicht lesen ({reason}); wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{path} cannot be run: {reason}.</source>
        <translation>{path} lässt sich nicht ausführen: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}</source>
        <translation>{path} kann nicht verwendet werden: {reason}</translation>
    </message>
    <message>
        <source>{path} does not fit into the memory of this computer; close other programs or choose a smaller network.</source>
        <translation>{path} passt nicht in den Speicher dieses Rechners; schließen Sie andere Programme oder wählen Sie ein kleineres Netz.</translation>
    </message>
    <message>
        <source>{path} does not fit the network that it describes: {count} tensors are missing, unknown or of another shape, the first is {first}.</source>
        <translation>{path} passt nicht zu dem Netz, das darin beschrieben ist: {count} Tensoren fehlen, sind unbekannt oder von anderer Form, der erste ist {first}.</translation>
    </message>
    <message>
        <source>{path} does not hold a whole network ({reason}); copy it again.</source>
        <translation>{path} enthält kein vollständiges Netz ({reason}); kopieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>{path} has class weights that make no sense; export it again.</source>
        <translation>{path} enthält unsinnige Klassengewichte; exportieren Sie die Datei neu.</translation>
    </message>
    <message>
        <source>{path} has {bins} chroma bins, not {wanted}.</source>
        <translation>{path} hat {bins} Farbklassen, nicht {wanted}.</translation>
    </message>
    <message>
        <source>{path} holds more than tensors, which could be a program; it is not opened.</source>
        <translation>{path} enthält mehr als Tensoren, es könnte ein Programm sein; die Datei wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>{path} holds no decoder; open the file that ends in {suffix} instead.</source>
        <translation>{path} enthält keinen Decoder; öffnen Sie stattdessen die Datei, die auf {suffix} endet.</translation>
    </message>
    <message>
        <source>{path} holds no network; choose another file.</source>
        <translation>{path} enthält kein Netz; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{path} holds no tensors; choose another file.</source>
        <translation>{path} enthält keine Tensoren; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{path} holds other numbers than 16-bit floats; export it again.</source>
        <translation>{path} enthält andere Zahlen als 16-Bit-Gleitkommazahlen; exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>{path} holds the tensors of a network that is not known; convert it to ONNX, or choose another file.</source>
        <translation>{path} enthält die Tensoren eines unbekannten Netzes; wandeln Sie es in ONNX um oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{path} holds {name}: {what}.</source>
        <translation>{path} enthält {name}: {what}.</translation>
    </message>
    <message>
        <source>{path} is a folder; name the weights file in it.</source>
        <translation>{path} ist ein Ordner; geben Sie die Gewichtsdatei darin an.</translation>
    </message>
    <message>
        <source>{path} is another file than the one that was added; add it again to use it.</source>
        <translation>{path} ist eine andere Datei als die hinzugefügte; fügen Sie sie neu hinzu, um sie zu benutzen.</translation>
    </message>
    <message>
        <source>{path} is damaged: its hash is not the one that was stored; copy it again.</source>
        <translation>{path} ist beschädigt: Die Prüfsumme ist nicht die gespeicherte; kopieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>{path} is no weights file of this version of Tintype; export it again.</source>
        <translation>{path} ist keine Gewichtsdatei dieser Version von Tintype; exportieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>{path} is no whole ONNX file; copy it again.</source>
        <translation>{path} ist keine vollständige ONNX-Datei; kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>{path} is no whole checkpoint: {reason}.</source>
        <translation>{path} ist kein vollständiger Checkpoint: {reason}.</translation>
    </message>
    <message>
        <source>{path} is no whole safetensors file: {reason}.</source>
        <translation>{path} ist keine vollständige safetensors-Datei: {reason}.</translation>
    </message>
    <message>
        <source>{path} is the checkpoint of a training; make a weights file of it with python -m model_training export.</source>
        <translation>{path} ist der Zwischenstand eines Trainings; machen Sie daraus mit python -m model_training export eine Gewichtsdatei.</translation>
    </message>
    <message>
        <source>{path} needs about {need} MB of memory, and {free} MB are free; close other programs or choose a smaller network.</source>
        <translation>{path} braucht etwa {need} MB Speicher, und {free} MB sind frei; schließen Sie andere Programme oder wählen Sie ein kleineres Netz.</translation>
    </message>
    <message>
        <source>{path} needs the file &quot;{name}&quot;, which does not lie beside it; copy it to the same folder.</source>
        <translation>{path} braucht die Datei „{name}“, die nicht daneben liegt; kopieren Sie sie in denselben Ordner.</translation>
    </message>
    <message>
        <source>{path} takes or gives no decimal numbers at &quot;{port}&quot;, so it is no network for pictures.</source>
        <translation>{path} nimmt oder gibt bei „{port}“ keine Dezimalzahlen, ist also kein Netz für Bilder.</translation>
    </message>
    <message>
        <source>{path} uses an operator that the installed onnxruntime does not know: {reason}.</source>
        <translation>{path} benutzt einen Operator, den das installierte onnxruntime nicht kennt: {reason}.</translation>
    </message>
    <message>
        <source>{path} wants to read &quot;{name}&quot;, which does not lie beside it; it is not opened.</source>
        <translation>{path} will „{name}“ lesen, das nicht daneben liegt; die Datei wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>{place} has a type that cannot be stored</source>
        <translation>{place} hat einen Typ, der sich nicht speichern lässt</translation>
    </message>
    <message>
        <source>{place} has an unknown entry {field}</source>
        <translation>{place} hat einen unbekannten Eintrag {field}</translation>
    </message>
    <message>
        <source>{place} has an unknown value</source>
        <translation>{place} hat einen unbekannten Wert</translation>
    </message>
    <message>
        <source>{place} is no array</source>
        <translation>{place} ist kein Feld von Zahlen</translation>
    </message>
    <message>
        <source>{place}: {reason}</source>
        <translation>{place}: {reason}</translation>
    </message>
</context>
<context>
    <name>SettingTips</name>
    <message>
        <source>Strengthens all colours, or fades them: at 0 % the photo is black-and-white</source>
        <extracomment>Under this name, called like this, the tool that gathers texts finds them.</extracomment>
        <translation>Verstärkt alle Farben oder schwächt sie ab: Bei 0 % ist das Foto wieder schwarz-weiß</translation>
    </message>
    <message>
        <source>How lively colours are of which the program is not sure: muted to the left, strong to the right</source>
        <translation>Wie lebhaft Farben sind, deren sich das Programm nicht sicher ist: gedämpft nach links, kräftig nach rechts</translation>
    </message>
    <message>
        <source>Shifts all colours towards blue, or towards golden yellow</source>
        <translation>Verschiebt alle Farben zu Blau oder zu Goldgelb</translation>
    </message>
    <message>
        <source>Shifts all colours towards green, or towards magenta</source>
        <translation>Verschiebt alle Farben zu Grün oder zu Magenta</translation>
    </message>
    <message>
        <source>Takes colour out of the dark parts of the photo, or adds some</source>
        <translation>Nimmt den dunklen Teilen des Fotos Farbe oder gibt ihnen mehr</translation>
    </message>
    <message>
        <source>Takes colour out of the bright parts of the photo, or adds some</source>
        <translation>Nimmt den hellen Teilen des Fotos Farbe oder gibt ihnen mehr</translation>
    </message>
    <message>
        <source>Takes away purple patches that were guessed wrongly</source>
        <translation>Nimmt violette Flecken weg, die falsch geraten sind</translation>
    </message>
    <message>
        <source>Makes skin that came out too orange calmer</source>
        <translation>Beruhigt Haut, die zu orange geraten ist</translation>
    </message>
    <message>
        <source>Takes away green on things that should not be green</source>
        <translation>Nimmt Grün von Dingen, die nicht grün sein sollten</translation>
    </message>
    <message>
        <source>Removes colour that has run over the edges of things</source>
        <translation>Entfernt Farbe, die über die Kanten der Dinge gelaufen ist</translation>
    </message>
    <message>
        <source>Smooths coloured specks away; brightness and the edges of things stay as they are</source>
        <translation>Glättet farbige Flecken weg; Helligkeit und Kanten der Dinge bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Turns the colour that you picked into another one, everywhere</source>
        <translation>Macht aus der aufgenommenen Farbe überall eine andere</translation>
    </message>
    <message>
        <source>Strengthens the colour that you picked, or fades it, everywhere</source>
        <translation>Verstärkt die aufgenommene Farbe überall oder schwächt sie ab</translation>
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
        <source>What &amp;Results Say</source>
        <translation>Was &amp;Ergebnisse aussagen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Use Tintype&apos;s Own</source>
        <translation>Das von Tintype</translation>
    </message>
    <message>
        <source>Display profile</source>
        <translation>Bildschirmprofil</translation>
    </message>
    <message>
        <source>Use a Profile…</source>
        <translation>Profil benutzen…</translation>
    </message>
    <message>
        <source>Use None</source>
        <translation>Keines benutzen</translation>
    </message>
    <message>
        <source>&amp;Open the photos of last time at the start</source>
        <translation>Beim Start die Fotos vom letzten Mal öffn&amp;en</translation>
    </message>
    <message>
        <source>&amp;Notice photos that lie on their side</source>
        <translation>&amp;Bemerken, wenn ein Foto auf der Seite liegt</translation>
    </message>
    <message>
        <source>{0} (not on this computer)</source>
        <translation>{0} (nicht auf diesem Rechner)</translation>
    </message>
    <message>
        <source>&amp;Compute on</source>
        <translation>Re&amp;chnen auf</translation>
    </message>
    <message>
        <source>Loo&amp;k</source>
        <translation>Aussehe&amp;n</translation>
    </message>
    <message>
        <source>Light or dark surroundings of the photo; the photo itself is the same</source>
        <translation>Helle oder dunkle Umgebung des Fotos; das Foto selbst bleibt gleich</translation>
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
        <source>Offers to turn them; nothing is turned unasked</source>
        <translation>Bietet an, sie zu drehen; ungefragt wird nichts gedreht</translation>
    </message>
    <message>
        <source>Work on photos</source>
        <translation>Arbeit an Fotos</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Allgemein</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Use Another Model…</source>
        <translation>Anderes Modell…</translation>
    </message>
    <message>
        <source>None; colours are shown as other programs show them</source>
        <translation>Keines; Farben erscheinen wie in anderen Programmen</translation>
    </message>
    <message>
        <source>Photo &amp;Files</source>
        <translation>&amp;Dateien</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What guesses the colours: a graphics card is faster, and the colours are the same</source>
        <translation>Was die Farben rät: Eine Grafikkarte ist schneller, und die Farben sind dieselben</translation>
    </message>
    <message>
        <source>What has learnt to guess colours; another model guesses other colours</source>
        <translation>Was gelernt hat, Farben zu raten; ein anderes Modell rät andere Farben</translation>
    </message>
    <message>
        <source>Corrects how photos look on your screen; saved files do not depend on it</source>
        <translation>Berichtigt, wie Fotos auf Ihrem Bildschirm aussehen; gespeicherte Dateien hängen nicht davon ab</translation>
    </message>
    <message>
        <source>Otherwise they are offered in the empty window</source>
        <translation>Sonst werden sie im leeren Fenster angeboten</translation>
    </message>
    <message>
        <source>Tintype&apos;s own</source>
        <translation>Das von Tintype</translation>
    </message>
</context>
<context>
    <name>ShelfDialog</name>
    <message>
        <source>Models</source>
        <extracomment>Height of a row of the list in heights of a line. What the file dialog offers.</extracomment>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>&amp;Use This Model</source>
        <translation>Dieses Modell &amp;benutzen</translation>
    </message>
    <message>
        <source>Let it guess the colours of all photos from now on</source>
        <translation>Es von jetzt an die Farben aller Fotos raten lassen</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Look whether its file is unchanged and works, and how fast</source>
        <translation>Nachsehen, ob die Datei unverändert ist und geht, und wie schnell</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Take it from the shelf; its file stays where it is</source>
        <translation>Aus dem Regal nehmen; die Datei bleibt, wo sie ist</translation>
    </message>
    <message>
        <source>Drop files here: DDColor, DeOldify or SIGGRAPH17 as ONNX, checkpoints of DDColor, models that you trained. They stay where they are; nothing is downloaded.</source>
        <translation>Dateien hier ablegen: DDColor, DeOldify oder SIGGRAPH17 als ONNX, Checkpoints von DDColor, selbst trainierte Modelle. Sie bleiben, wo sie sind; nichts wird heruntergeladen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>Choose the files of other models; they stay where they are</source>
        <translation>Dateien anderer Modelle wählen; sie bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Tintype&apos;s own</source>
        <translation>Das von Tintype</translation>
    </message>
    <message>
        <source>{0} – in use</source>
        <translation>{0} – in Gebrauch</translation>
    </message>
    <message>
        <source>Add Models</source>
        <translation>Modelle hinzufügen</translation>
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
    <name>SizeRow</name>
    <message>
        <source>How wide the brush draws; over the photo, [ and ] do the same</source>
        <translation>Wie breit der Pinsel malt; über dem Foto tun [ und ] dasselbe</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>{0} % of the photo</source>
        <translation>{0} % des Fotos</translation>
    </message>
    <message>
        <source>Brush size: {0}</source>
        <translation>Pinselgröße: {0}</translation>
    </message>
</context>
<context>
    <name>SplitCanvas</name>
    <message>
        <source>Frames around the photos</source>
        <extracomment>How far above its frame the knob is that turns it. A step by key, of the scan&apos;s longer side; the smallest frame; a turn by key in degrees.</extracomment>
        <translation>Rahmen um die Fotos</translation>
    </message>
    <message>
        <source>Page up and down choose a frame. Arrow keys move it, with Shift they change its size, with Ctrl they turn it. Delete removes it.</source>
        <translation>Bild auf und ab wählen einen Rahmen. Pfeiltasten verschieben ihn, mit Umschalt ändern sie seine Größe, mit Strg drehen sie ihn. Entf entfernt ihn.</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split Scan</source>
        <translation>Scan teilen</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Fotos werden gesucht…</translation>
    </message>
    <message>
        <source>&amp;Add Frame</source>
        <translation>Rahmen &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove Frame</source>
        <translation>Rahmen &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Find Again</source>
        <translation>&amp;Neu suchen</translation>
    </message>
    <message>
        <source>Put a frame into the middle, to be dragged around a photo</source>
        <translation>Einen Rahmen in die Mitte setzen, der um ein Foto gezogen wird</translation>
    </message>
    <message>
        <source>Take the chosen frame away; the scan stays as it is</source>
        <translation>Den gewählten Rahmen wegnehmen; der Scan bleibt, wie er ist</translation>
    </message>
    <message>
        <source>Put frames around the photos that are found by themselves</source>
        <translation>Rahmen um die Fotos setzen, die von selbst gefunden werden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Make a photo of what is in each frame; the file stays as it is</source>
        <translation>Aus dem Inhalt jedes Rahmens ein Foto machen; die Datei bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Split (photos: {0})</source>
        <translation>Teilen (Fotos: {0})</translation>
    </message>
    <message>
        <source>Drag frames, their corners or the knob; an empty place makes a new one.</source>
        <translation>Rahmen, ihre Ecken oder den Knopf ziehen; an leerer Stelle entsteht ein neuer.</translation>
    </message>
    <message>
        <source>No photos were found by themselves; drag a frame around each.</source>
        <translation>Von selbst wurden keine Fotos gefunden; ziehen Sie um jedes einen Rahmen.</translation>
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
    <name>SplitPresenter</name>
    <message>
        <source>There seem to be several photos on this scan: {0}.</source>
        <translation>Auf diesem Scan scheinen mehrere Fotos zu sein: {0}.</translation>
    </message>
    <message>
        <source>Split Scan…</source>
        <translation>Scan teilen…</translation>
    </message>
</context>
<context>
    <name>StrengthRow</name>
    <message>
        <source>How much the reference photo counts. A double click lets it count fully.</source>
        <translation>Wie viel das Vorbild zählt. Mit einem Doppelklick zählt es ganz.</translation>
    </message>
    <message>
        <source>Stren&amp;gth</source>
        <translation>&amp;Stärke</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>Strength: {0}</source>
        <translation>Stärke: {0}</translation>
    </message>
</context>
<context>
    <name>StripMenu</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save A&amp;ll Photos</source>
        <translation>A&amp;lle Fotos speichern</translation>
    </message>
    <message>
        <source>&amp;Apply the Shown Photo&apos;s Settings to This One</source>
        <translation>Einstellungen des gezeigten Fotos &amp;übernehmen</translation>
    </message>
    <message>
        <source>Apply the Shown Photo&apos;s Settings to &amp;All</source>
        <translation>Einstellungen des gezeigten Fotos auf a&amp;lle anwenden</translation>
    </message>
    <message>
        <source>Colorize This One &amp;Like the Shown Photo</source>
        <translation>Dieses &amp;wie das gezeigte Foto kolorieren</translation>
    </message>
    <message>
        <source>&amp;Colorize Again</source>
        <translation>&amp;Noch einmal kolorieren</translation>
    </message>
    <message>
        <source>&amp;Remove from the Strip</source>
        <translation>Aus dem Streifen &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Save {0} Photos</source>
        <translation>{0} Fotos &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Apply the Shown Photo&apos;s Settings to These {0}</source>
        <translation>Einstellungen des gezeigten Fotos auf diese {0} &amp;anwenden</translation>
    </message>
    <message>
        <source>Colorize These {0} &amp;Like the Shown Photo</source>
        <translation>Diese {0} &amp;wie das gezeigte Foto kolorieren</translation>
    </message>
    <message>
        <source>&amp;Remove {0} Photos from the Strip</source>
        <translation>{0} Fotos aus dem Streifen &amp;entfernen</translation>
    </message>
</context>
<context>
    <name>StripPresenter</name>
    <message>
        <source>Photos that look like “{0}” now: {1}.</source>
        <translation>Fotos, die jetzt „{0}“ gleichen: {1}.</translation>
    </message>
    <message>
        <source>The settings of “{0}” were applied. Photos that changed: {1}.</source>
        <translation>Die Einstellungen von „{0}“ wurden angewandt. Geänderte Fotos: {1}.</translation>
    </message>
</context>
<context>
    <name>SwatchCanvas</name>
    <message>
        <source>Enter draws a rectangle, arrow keys move the chosen one, with Shift its right and lower edge; Del removes it.</source>
        <extracomment>Of a rectangle&apos;s side in shares: less is a click. The rectangle that a key draws, in the middle.</extracomment>
        <translation>Eingabe zeichnet ein Rechteck, Pfeiltasten schieben das gewählte, mit Umschalt seine rechte und untere Kante; Entf entfernt es.</translation>
    </message>
</context>
<context>
    <name>SwatchDialog</name>
    <message>
        <source>Pair Places by Rectangles</source>
        <translation>Mit Rechtecken zuordnen</translation>
    </message>
    <message>
        <source>The photo</source>
        <translation>Das Foto</translation>
    </message>
    <message>
        <source>The reference photo</source>
        <translation>Das Vorbild</translation>
    </message>
    <message>
        <source>&amp;Remove Pair</source>
        <translation>&amp;Paar entfernen</translation>
    </message>
    <message>
        <source>Remove &amp;All</source>
        <translation>&amp;Alle entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Now draw a rectangle in the reference photo, where the colour is to come from.</source>
        <translation>Zeichnen Sie jetzt ein Rechteck im Vorbild, dort wo die Farbe herkommen soll.</translation>
    </message>
    <message>
        <source>Now draw a rectangle in the photo, where the colour belongs.</source>
        <translation>Zeichnen Sie jetzt ein Rechteck im Foto, dort wo die Farbe hingehört.</translation>
    </message>
    <message>
        <source>There are as many pairs as can be kept.</source>
        <translation>Mehr Paare als diese gibt es nicht.</translation>
    </message>
    <message>
        <source>Draw a rectangle in one photo, then the one in the other that it belongs to.</source>
        <translation>Zeichnen Sie ein Rechteck in einem Foto, dann das im anderen, zu dem es gehört.</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Put the whole text into the clipboard</source>
        <translation>Den ganzen Text in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the folder that the log lies in</source>
        <translation>Den Ordner öffnen, in dem das Protokoll liegt</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>How large the photo is shown; 100 % is pixel by pixel</source>
        <translation>Wie groß das Foto gezeigt wird; 100 % ist Pixel für Pixel</translation>
    </message>
</context>
<context>
    <name>TreatingController</name>
    <message>
        <source>Negative</source>
        <translation>Negativ</translation>
    </message>
    <message>
        <source>Mount</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Straighten and Crop</source>
        <translation>Gerade richten und beschneiden</translation>
    </message>
    <message>
        <source>Colorize Anew</source>
        <translation>Neu kolorieren</translation>
    </message>
    <message>
        <source>Keep Its Colours</source>
        <translation>Seine Farben behalten</translation>
    </message>
</context>
<context>
    <name>UnknownDialog</name>
    <message>
        <source>What Does This Model Take and Give?</source>
        <translation>Was nimmt und gibt dieses Modell?</translation>
    </message>
    <message>
        <source>“{0}” is of no known family. Choose the picture whose colours look right; the answer is remembered.</source>
        <translation>„{0}“ gehört zu keiner bekannten Familie. Wählen Sie das Bild, dessen Farben richtig aussehen; die Antwort wird behalten.</translation>
    </message>
    <message>
        <source>None of These</source>
        <translation>Keines davon</translation>
    </message>
    <message>
        <source>The model gives nothing this way</source>
        <translation>So gibt das Modell nichts</translation>
    </message>
</context>
<context>
    <name>UprightPresenter</name>
    <message>
        <source>This photo seems to stand on its head.</source>
        <translation>Dieses Foto scheint auf dem Kopf zu stehen.</translation>
    </message>
    <message>
        <source>This photo seems to lie on its side.</source>
        <translation>Dieses Foto scheint auf der Seite zu liegen.</translation>
    </message>
    <message>
        <source>Turn It</source>
        <translation>Drehen</translation>
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
        <source>&amp;Reopen Closed Photo</source>
        <translation>Geschlossenes Foto wieder öff&amp;nen</translation>
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
        <source>Turn &amp;Left</source>
        <translation>Nach &amp;links drehen</translation>
    </message>
    <message>
        <source>Turn &amp;Right</source>
        <translation>Nach &amp;rechts drehen</translation>
    </message>
    <message>
        <source>Flip &amp;Horizontally</source>
        <translation>&amp;Waagerecht spiegeln</translation>
    </message>
    <message>
        <source>Flip &amp;Vertically</source>
        <translation>&amp;Senkrecht spiegeln</translation>
    </message>
    <message>
        <source>&amp;Straighten and Crop…</source>
        <translation>&amp;Gerade richten und beschneiden…</translation>
    </message>
    <message>
        <source>Spl&amp;it Scan…</source>
        <translation>Scan te&amp;ilen…</translation>
    </message>
    <message>
        <source>This Is a &amp;Negative</source>
        <translation>Das ist ein &amp;Negativ</translation>
    </message>
    <message>
        <source>Colorize the &amp;Mount, Too</source>
        <translation>&amp;Rand mitkolorieren</translation>
    </message>
    <message>
        <source>Other C&amp;olours</source>
        <translation>Andere &amp;Farben</translation>
    </message>
    <message>
        <source>Other Colours Side &amp;by Side</source>
        <translation>Andere Farben ne&amp;beneinander</translation>
    </message>
    <message>
        <source>Side by Side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Put Colour Point&amp;s</source>
        <translation>Farb&amp;punkte setzen</translation>
    </message>
    <message>
        <source>Mark an Area</source>
        <translation>Bereich markieren</translation>
    </message>
    <message>
        <source>Protect wit&amp;h a Brush</source>
        <translation>Mit dem Pinsel sc&amp;hützen</translation>
    </message>
    <message>
        <source>Re&amp;ference Photo…</source>
        <translation>V&amp;orbild…</translation>
    </message>
    <message>
        <source>Remove A&amp;ll Colour Points</source>
        <translation>Alle Farbpunk&amp;te entfernen</translation>
    </message>
    <message>
        <source>Colorize &amp;Again</source>
        <translation>&amp;Noch einmal kolorieren</translation>
    </message>
    <message>
        <source>Compare &amp;Models…</source>
        <translation>&amp;Modelle vergleichen…</translation>
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
        <source>Show &amp;Unsure Places</source>
        <translation>&amp;Unsichere Stellen zeigen</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Anleitung</translation>
    </message>
    <message>
        <source>Show &amp;Log</source>
        <translation>&amp;Protokoll zeigen</translation>
    </message>
    <message>
        <source>&amp;Report a Problem…</source>
        <translation>Ein Problem &amp;melden…</translation>
    </message>
    <message>
        <source>T&amp;urn and Crop</source>
        <translation>Drehen &amp;und beschneiden</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicheres</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Other Colours</source>
        <translation>Andere Farben</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
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
        <source>&amp;Batch</source>
        <translation>&amp;Stapel</translation>
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
        <source>&amp;Models…</source>
        <translation>&amp;Modelle…</translation>
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
        <extracomment>Height of an icon in heights of a line, for users of large fonts.</extracomment>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Colour &amp;Alone…</source>
        <translation>Nur die &amp;Farbe…</translation>
    </message>
    <message>
        <source>Lightness and Colour A&amp;part…</source>
        <translation>&amp;Helligkeit und Farbe getrennt…</translation>
    </message>
    <message>
        <source>S&amp;top All</source>
        <translation>A&amp;lles anhalten</translation>
    </message>
    <message>
        <source>&amp;Colour without the Photo</source>
        <translation>Fa&amp;rbe ohne das Foto</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
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
</context>
<context>
    <name>WindowDialogs</name>
    <message>
        <source>Colour was adjusted and not saved. Photos: {0}</source>
        <translation>Farbe wurde geändert und nicht gespeichert. Fotos: {0}</translation>
    </message>
    <message>
        <source>The colour of “{0}” was adjusted and not saved.</source>
        <translation>Die Farbe von „{0}“ wurde angepasst und nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>Alle speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Close without Saving</source>
        <translation>Schließen, ohne zu speichern</translation>
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
        <source>Show the original while held</source>
        <translation>Gedrückt halten zeigt das Original</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>End what is in front: a tool, a row, the work on this photo</source>
        <translation>Beenden, was im Vordergrund ist: ein Werkzeug, eine Leiste, die Arbeit an diesem Foto</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
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
        <source>Draw a colour stroke</source>
        <translation>Einen Farbstrich ziehen</translation>
    </message>
    <message>
        <source>Drag while putting points</source>
        <translation>Ziehen, während Punkte gesetzt werden</translation>
    </message>
    <message>
        <source>Move a colour point</source>
        <translation>Einen Farbpunkt verschieben</translation>
    </message>
    <message>
        <source>Remove a colour point</source>
        <translation>Einen Farbpunkt entfernen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Take one of the colours side by side</source>
        <translation>Eine der Farben nebeneinander nehmen</translation>
    </message>
    <message>
        <source>Its number, or Enter</source>
        <translation>Ihre Nummer oder Eingabe</translation>
    </message>
    <message>
        <source>Reset a slider</source>
        <translation>Einen Regler zurücksetzen</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Drag the result to another program</source>
        <translation>Ergebnis in ein anderes Programm ziehen</translation>
    </message>
    <message>
        <source>Drag; with Ctrl while zoomed in</source>
        <translation>Ziehen; vergrößert mit Strg</translation>
    </message>
    <message>
        <source>Batch: {0}</source>
        <translation>Stapel: {0}</translation>
    </message>
    <message>
        <source>Review: {0}</source>
        <translation>Prüfen: {0}</translation>
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
    <message>
        <source>The colour follows your points…</source>
        <translation>Die Farbe folgt Ihren Punkten…</translation>
    </message>
    <message>
        <source>The colour follows the reference photo…</source>
        <translation>Die Farbe folgt dem Vorbild…</translation>
    </message>
</context>
<context>
    <name>WorkPresenter</name>
    <message>
        <source>Earlier work goes on. Photos: {0}</source>
        <translation>Frühere Arbeit geht weiter. Fotos: {0}</translation>
    </message>
    <message>
        <source>Your earlier work on “{0}” goes on.</source>
        <translation>Ihre frühere Arbeit an „{0}“ geht weiter.</translation>
    </message>
    <message>
        <source>Start Over</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>You have worked on “{0}” before.</source>
        <translation>An „{0}“ haben Sie schon gearbeitet.</translation>
    </message>
    <message>
        <source>Take That Work</source>
        <translation>Diese Arbeit nehmen</translation>
    </message>
    <message>
        <source>Your latest work on “{0}” goes on. There is other work on it, too.</source>
        <translation>Ihre letzte Arbeit an „{0}“ geht weiter. Es gibt noch eine andere Arbeit daran.</translation>
    </message>
    <message>
        <source>Take the Other</source>
        <translation>Die andere nehmen</translation>
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
    <name>reach</name>
    <message>
        <source>this spot only</source>
        <translation>nur diese Stelle</translation>
    </message>
    <message>
        <source>part of the object</source>
        <translation>Teil des Gegenstands</translation>
    </message>
    <message>
        <source>this object only</source>
        <translation>nur dieser Gegenstand</translation>
    </message>
    <message>
        <source>the object and more</source>
        <translation>Gegenstand und mehr</translation>
    </message>
    <message>
        <source>everything like it</source>
        <translation>alles Ähnliche</translation>
    </message>
</context>
</TS>
