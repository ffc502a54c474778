<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Tintype</source>
        <translation>Acerca de Tintype</translation>
    </message>
    <message>
        <source>Tintype {0}</source>
        <translation>Tintype {0}</translation>
    </message>
    <message>
        <source>&lt;p&gt;Tintype colorizes black-and-white photos on your own computer.&lt;/p&gt;&lt;p&gt;The colour is a guess by a neural network: it shows how a scene may have looked, not how it did.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Tintype colorea fotos en blanco y negro en su propio ordenador.&lt;/p&gt;&lt;p&gt;El color es una conjetura de una red neuronal: muestra cómo pudo verse una escena, no cómo se vio.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Parts by others</source>
        <translation>Componentes de terceros</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ActivityBar</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stop colorizing (Esc)</source>
        <translation>Detener el coloreado (Esc)</translation>
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
        <translation>Color</translation>
    </message>
    <message>
        <source>&amp;Saturation</source>
        <translation>&amp;Saturación</translation>
    </message>
    <message>
        <source>&amp;Restrained – vivid</source>
        <translation>&amp;Sobrio – vivo</translation>
    </message>
    <message>
        <source>&amp;Warmth</source>
        <translation>Cali&amp;dez</translation>
    </message>
    <message>
        <source>&amp;Tint</source>
        <translation>&amp;Tinte</translation>
    </message>
    <message>
        <source>Shadows and highlights</source>
        <translation>Sombras y luces</translation>
    </message>
    <message>
        <source>Colour in sh&amp;adows</source>
        <translation>Color en som&amp;bras</translation>
    </message>
    <message>
        <source>Colour in hi&amp;ghlights</source>
        <translation>Color en &amp;luces</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <source>&amp;Purple patches</source>
        <translation>&amp;Manchas violetas</translation>
    </message>
    <message>
        <source>&amp;Orange skin</source>
        <translation>Piel &amp;naranja</translation>
    </message>
    <message>
        <source>Gree&amp;n casts</source>
        <translation>&amp;Tonos verdosos</translation>
    </message>
    <message>
        <source>Colour over e&amp;dges</source>
        <translation>C&amp;olor sobre bordes</translation>
    </message>
    <message>
        <source>One colour</source>
        <translation>Un color</translation>
    </message>
    <message>
        <source>Other h&amp;ue</source>
        <translation>Otro t&amp;ono</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>&amp;Its saturation</source>
        <translation>Su satu&amp;ración</translation>
    </message>
</context>
<context>
    <name>AdjustmentRow</name>
    <message>
        <source>Double-click to reset</source>
        <extracomment>Steps of a slider to the unit of a setting; degrees are counted one by one.</extracomment>
        <translation>Doble clic para restablecer</translation>
    </message>
</context>
<context>
    <name>CandidateBar</name>
    <message>
        <source>Other colours</source>
        <translation>Otros colores</translation>
    </message>
    <message>
        <source>Looking for other colours…</source>
        <translation>Buscando otros colores…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close other colours</source>
        <translation>Cerrar otros colores</translation>
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
        <translation>Coloreada</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open Photos</source>
        <translation>Abrir fotos</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Save Colorized Photo</source>
        <translation>Guardar la foto coloreada</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop photos here</source>
        <translation>Suelte aquí sus fotos</translation>
    </message>
    <message>
        <source>One photo, several, or a whole folder. They stay on this computer,
and the originals stay as they are.</source>
        <translation>Una foto, varias o una carpeta entera. No salen de este ordenador
y los originales quedan como están.</translation>
    </message>
    <message>
        <source>Open Photos…</source>
        <translation>Abrir fotos…</translation>
    </message>
    <message>
        <source>Open {0} again</source>
        <translation>Abrir {0} de nuevo</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Algo ha fallado</translation>
    </message>
    <message>
        <source>Tintype met an error that it did not expect. Your originals are untouched, and you can go on working. If it comes again, please report it with the details below.</source>
        <translation>Tintype ha encontrado un error inesperado. Sus originales están intactos y puede seguir trabajando. Si se repite, comuníquelo con los detalles de abajo.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Log: {0}</source>
        <translation>Registro: {0}</translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation>Copiar detalles</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>Film strip</source>
        <translation>Tira de fotos</translation>
    </message>
</context>
<context>
    <name>HuePicker</name>
    <message>
        <source>Pick a Colour</source>
        <translation>Tomar un color</translation>
    </message>
    <message>
        <source>Click into the photo to repair colours like that one</source>
        <translation>Haga clic en la foto para reparar colores como ese</translation>
    </message>
    <message>
        <source>No colour picked</source>
        <translation>Ningún color tomado</translation>
    </message>
    <message>
        <source>Hue {0}°</source>
        <translation>Tono {0}°</translation>
    </message>
</context>
<context>
    <name>LabelPage</name>
    <message>
        <source>Photo coloured by AI</source>
        <translation>Foto coloreada por IA</translation>
    </message>
    <message>
        <source>Photo enhanced by an algorithm</source>
        <translation>Foto mejorada por un algoritmo</translation>
    </message>
    <message>
        <source>Picture made by AI</source>
        <translation>Imagen creada por IA</translation>
    </message>
    <message>
        <source>That of the original</source>
        <translation>Como en el original</translation>
    </message>
    <message>
        <source>No mark</source>
        <translation>Sin marca</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>Arriba a la izquierda</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>Arriba a la derecha</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>Abajo a la izquierda</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>Abajo a la derecha</translation>
    </message>
    <message>
        <source>Write the settings beside the photo, &amp;too</source>
        <translation>Escribir los ajustes &amp;también junto a la foto</translation>
    </message>
    <message>
        <source>&amp;Digital source type</source>
        <translation>Tipo de fuente &amp;digital</translation>
    </message>
    <message>
        <source>Ca&amp;ption</source>
        <translation>&amp;Descripción</translation>
    </message>
    <message>
        <source>&amp;Visible mark</source>
        <translation>Marca &amp;visible</translation>
    </message>
    <message>
        <source>“Colorized by AI”, in small letters in a corner of the photo.</source>
        <translation>«Colorized by AI», en letra pequeña en una esquina de la foto.</translation>
    </message>
    <message>
        <source>Sidecar</source>
        <translation>Archivo adjunto</translation>
    </message>
    <message>
        <source>A file photo.jpg.tintype.json; opening it, or the photo, goes on with the work.</source>
        <translation>Un archivo foto.jpg.tintype.json; al abrirlo, o al abrir la foto, se sigue con el trabajo.</translation>
    </message>
    <message>
        <source>The photo is a photograph, and its colour was made by a trained algorithm (AI).</source>
        <translation>La foto es una fotografía y su color lo ha creado un algoritmo entrenado (IA).</translation>
    </message>
    <message>
        <source>The photo is a photograph that an algorithm has enhanced; AI is not mentioned.</source>
        <translation>La foto es una fotografía mejorada por un algoritmo; no se menciona la IA.</translation>
    </message>
    <message>
        <source>The whole picture was made by a trained algorithm (AI), its forms as well.</source>
        <translation>Toda la imagen, también sus formas, la ha creado un algoritmo entrenado (IA).</translation>
    </message>
</context>
<context>
    <name>LoadingController</name>
    <message>
        <source>Pasted picture {0}</source>
        <extracomment>Physical pixels of the longer side.</extracomment>
        <translation>Imagen pegada {0}</translation>
    </message>
    <message>
        <source>There are no photos in “{0}” that Tintype can open.</source>
        <translation>En «{0}» no hay fotos que Tintype pueda abrir.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>There is no photo in the clipboard.</source>
        <translation>No hay ninguna foto en el portapapeles.</translation>
    </message>
    <message>
        <source>The colour alone</source>
        <translation>Solo el color</translation>
    </message>
    <message>
        <source>Striped: the colour is a guess</source>
        <translation>A rayas: el color es una conjetura</translation>
    </message>
    <message>
        <source>Tintype closes as soon as the photo is saved.</source>
        <translation>Tintype se cerrará en cuanto se guarde la foto.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss message</source>
        <translation>Cerrar el mensaje</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Waiting</source>
        <extracomment>Under this name, called like this, the tool that gathers texts finds them.</extracomment>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Colorizing…</source>
        <translation>Coloreando…</translation>
    </message>
    <message>
        <source>Colorized</source>
        <translation>Coloreada</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenida</translation>
    </message>
    <message>
        <source>{0} × {1} pixels</source>
        <translation>{0} × {1} píxeles</translation>
    </message>
    <message>
        <source>{0}, {1} bits</source>
        <translation>{0}, {1} bits</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Predicho</translation>
    </message>
    <message>
        <source>Restrained</source>
        <translation>Sobrio</translation>
    </message>
    <message>
        <source>Vivid</source>
        <translation>Vivo</translation>
    </message>
    <message>
        <source>Another guess</source>
        <translation>Otra conjetura</translation>
    </message>
    <message>
        <source>A third guess</source>
        <translation>Una tercera</translation>
    </message>
    <message>
        <source>Closer look</source>
        <translation>De más cerca</translation>
    </message>
    <message>
        <source>Loading the colorizer…</source>
        <translation>Cargando el coloreador…</translation>
    </message>
    <message>
        <source>Saving “{0}”…</source>
        <translation>Guardando «{0}»…</translation>
    </message>
    <message>
        <source>Copying “{0}”…</source>
        <translation>Copiando «{0}»…</translation>
    </message>
    <message>
        <source>Looking for other colours…</source>
        <translation>Buscando otros colores…</translation>
    </message>
    <message>
        <source>Opening “{0}”…</source>
        <translation>Abriendo «{0}»…</translation>
    </message>
    <message>
        <source>Colorizing “{0}”…</source>
        <translation>Coloreando «{0}»…</translation>
    </message>
    <message>
        <source>({0} of {1})</source>
        <translation>({0} de {1})</translation>
    </message>
</context>
<context>
    <name>PresetButton</name>
    <message>
        <source>Presets</source>
        <translation>Ajustes guardados</translation>
    </message>
    <message>
        <source>Remove Preset</source>
        <translation>Quitar ajuste</translation>
    </message>
    <message>
        <source>Save as Preset…</source>
        <translation>Guardar como ajuste…</translation>
    </message>
    <message>
        <source>As predicted</source>
        <translation>Como se predijo</translation>
    </message>
    <message>
        <source>Restrained</source>
        <translation>Sobrio</translation>
    </message>
    <message>
        <source>Vivid</source>
        <translation>Vivo</translation>
    </message>
    <message>
        <source>Warm print</source>
        <translation>Copia cálida</translation>
    </message>
    <message>
        <source>Hand-tinted</source>
        <translation>Coloreada a mano</translation>
    </message>
    <message>
        <source>Faded slide</source>
        <translation>Diapositiva desvaída</translation>
    </message>
    <message>
        <source>Heal purple and orange</source>
        <translation>Corregir violeta y naranja</translation>
    </message>
    <message>
        <source>Save as Preset</source>
        <translation>Guardar como ajuste</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Nombre:</translation>
    </message>
</context>
<context>
    <name>SavingPage</name>
    <message>
        <source>Same as the original</source>
        <translation>Como el original</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 bits</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 bits</translation>
    </message>
    <message>
        <source>&amp;WebP without loss</source>
        <translation>&amp;WebP sin pérdida</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>That of the original</source>
        <translation>Como en el original</translation>
    </message>
    <message>
        <source> megapixels</source>
        <translation> megapíxeles</translation>
    </message>
    <message>
        <source>Save &amp;as</source>
        <translation>Guardar &amp;como</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>&amp;Profundidad</translation>
    </message>
    <message>
        <source>&amp;Quality of JPEG and WebP</source>
        <translation>&amp;Calidad de JPEG y WebP</translation>
    </message>
    <message>
        <source>Compression of &amp;TIFF</source>
        <translation>Compresión de &amp;TIFF</translation>
    </message>
    <message>
        <source>C&amp;olour space</source>
        <translation>&amp;Espacio de color</translation>
    </message>
    <message>
        <source>Another colour space than sRGB needs an original with a profile of its own.</source>
        <translation>Otro espacio de color que sRGB requiere un original con perfil propio.</translation>
    </message>
    <message>
        <source>&amp;Largest photo</source>
        <translation>Foto más &amp;grande</translation>
    </message>
    <message>
        <source>Larger photos are not opened: they could fill the memory.</source>
        <translation>Las fotos más grandes no se abren: podrían llenar la memoria.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Idioma del sistema</translation>
    </message>
    <message>
        <source>Use Other Weights…</source>
        <translation>Usar otros pesos…</translation>
    </message>
    <message>
        <source>Use Tintype&apos;s Own</source>
        <translation>Usar los de Tintype</translation>
    </message>
    <message>
        <source>&amp;Compute on</source>
        <translation>&amp;Calcular en</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Another language shows at the next start.</source>
        <translation>El idioma cambia en el próximo inicio.</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;General</translation>
    </message>
    <message>
        <source>Photo &amp;Files</source>
        <translation>&amp;Archivos</translation>
    </message>
    <message>
        <source>La&amp;bel</source>
        <translation>&amp;Etiqueta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Tintype&apos;s own</source>
        <translation>Los de Tintype</translation>
    </message>
    <message>
        <source>Use Other Weights</source>
        <translation>Usar otros pesos</translation>
    </message>
    <message>
        <source>Weights files</source>
        <translation>Archivos de pesos</translation>
    </message>
</context>
<context>
    <name>ShortcutDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>SplitDivider</name>
    <message>
        <source>Divider of before and after</source>
        <translation>Separador de antes y después</translation>
    </message>
    <message>
        <source>Drag, or press the arrow keys</source>
        <translation>Arrastre o pulse las flechas</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;Open Photos…</source>
        <translation>&amp;Abrir fotos…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>Abrir ca&amp;rpeta…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Guardar c&amp;omo…</translation>
    </message>
    <message>
        <source>&amp;Copy Colorized Photo</source>
        <translation>&amp;Copiar la foto coloreada</translation>
    </message>
    <message>
        <source>&amp;Close Photo</source>
        <translation>&amp;Cerrar la foto</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>&amp;Reset Colour</source>
        <translation>&amp;Restablecer el color</translation>
    </message>
    <message>
        <source>Copy Se&amp;ttings</source>
        <translation>Copiar a&amp;justes</translation>
    </message>
    <message>
        <source>Paste Sett&amp;ings</source>
        <translation>Pegar aj&amp;ustes</translation>
    </message>
    <message>
        <source>Other C&amp;olours</source>
        <translation>&amp;Otros colores</translation>
    </message>
    <message>
        <source>Colorize &amp;Again</source>
        <translation>Colorear de &amp;nuevo</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>De&amp;tener</translation>
    </message>
    <message>
        <source>&amp;Fit in Window</source>
        <translation>A&amp;justar a la ventana</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>&amp;Tamaño real</translation>
    </message>
    <message>
        <source>&amp;Double Size</source>
        <translation>Tamaño &amp;doble</translation>
    </message>
    <message>
        <source>Fi&amp;ll Window</source>
        <translation>&amp;Llenar la ventana</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>A&amp;cercar</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Al&amp;ejar</translation>
    </message>
    <message>
        <source>Show &amp;Original</source>
        <translation>Mostrar el &amp;original</translation>
    </message>
    <message>
        <source>S&amp;plit View</source>
        <translation>&amp;Vista dividida</translation>
    </message>
    <message>
        <source>&amp;Colour Alone</source>
        <translation>Solo el colo&amp;r</translation>
    </message>
    <message>
        <source>Show &amp;Guesses</source>
        <translation>Mostrar con&amp;jeturas</translation>
    </message>
    <message>
        <source>&amp;Previous Photo</source>
        <translation>Foto &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Next Photo</source>
        <translation>Foto &amp;siguiente</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>&amp;Pantalla completa</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>Pre&amp;ferencias…</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Atajos de teclado</translation>
    </message>
    <message>
        <source>&amp;About Tintype</source>
        <translation>A&amp;cerca de Tintype</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Abrir r&amp;eciente</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
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
        <translation>Se ajustó el color y no se guardó. Fotos: {0}</translation>
    </message>
    <message>
        <source>Close without Saving</source>
        <translation>Cerrar sin guardar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Show the original while held</source>
        <translation>Mostrar el original mientras se mantiene</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Move the photo</source>
        <translation>Mover la foto</translation>
    </message>
    <message>
        <source>Arrow keys, or drag</source>
        <translation>Flechas, o arrastrar</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>+ and −, or the wheel</source>
        <translation>+ y −, o la rueda</translation>
    </message>
    <message>
        <source>Reset a slider</source>
        <translation>Restablecer un control</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doble clic</translation>
    </message>
</context>
<context>
    <name>WindowPresenter</name>
    <message>
        <source>Saved as “{0}”.</source>
        <translation>Guardada como «{0}».</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>The colorized photo is in the clipboard.</source>
        <translation>La foto coloreada está en el portapapeles.</translation>
    </message>
</context>
<context>
    <name>Worker</name>
    <message>
        <source>There is not enough memory for this photo; close other programs and try again.</source>
        <translation>No hay memoria suficiente para esta foto; cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({0}); the log has the details.</source>
        <translation>Ocurrió algo inesperado ({0}); los detalles están en el registro.</translation>
    </message>
</context>
<context>
    <name>session</name>
    <message>
        <source>Other Colours</source>
        <extracomment>Steps by key or wheel that follow one another this closely are one gesture.</extracomment>
        <translation>Otros colores</translation>
    </message>
    <message>
        <source>Colour Settings</source>
        <translation>Ajustes de color</translation>
    </message>
</context>
</TS>
