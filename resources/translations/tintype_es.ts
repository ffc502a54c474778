<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Tintype</source>
        <extracomment>Margins, frames and the scroll bar.</extracomment>
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
    <name>ActionTips</name>
    <message>
        <source>Choose photos to colorize; they are only read</source>
        <extracomment>Under this name, called like this, the tool that gathers texts finds them.</extracomment>
        <translation>Elegir fotos para colorear; solo se leen</translation>
    </message>
    <message>
        <source>Open all photos of a folder side by side in the film strip</source>
        <translation>Abrir todas las fotos de una carpeta, una junto a otra, en la tira</translation>
    </message>
    <message>
        <source>Colorize the picture that was copied in another program</source>
        <translation>Colorear la imagen que se copió en otro programa</translation>
    </message>
    <message>
        <source>Write the colorized photo as a new file; the original stays as it is</source>
        <translation>Escribir la foto coloreada como archivo nuevo; el original queda como está</translation>
    </message>
    <message>
        <source>Write the colorized photo under a name, in a format and a quality that you choose</source>
        <translation>Escribir la foto coloreada con el nombre, el formato y la calidad que elija</translation>
    </message>
    <message>
        <source>Write only the colour, as a transparent picture to lay over the photo elsewhere</source>
        <translation>Escribir solo el color, como imagen transparente para ponerla sobre la foto en otro programa</translation>
    </message>
    <message>
        <source>Write lightness and colour as separate planes of numbers, for science</source>
        <translation>Escribir la luminosidad y el color como planos de números separados, para la ciencia</translation>
    </message>
    <message>
        <source>Put the colorized photo into the clipboard, for another program</source>
        <translation>Poner la foto coloreada en el portapapeles, para otro programa</translation>
    </message>
    <message>
        <source>Take this photo out of the window; its file is not touched</source>
        <translation>Quitar esta foto de la ventana; su archivo no se toca</translation>
    </message>
    <message>
        <source>Bring back the photo that was closed last, with its work</source>
        <translation>Recuperar la última foto cerrada, con el trabajo hecho en ella</translation>
    </message>
    <message>
        <source>Close Tintype</source>
        <translation>Cerrar Tintype</translation>
    </message>
    <message>
        <source>Take back the last change to this photo&apos;s colour</source>
        <translation>Deshacer el último cambio en el color de esta foto</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>Volver a hacer el cambio que se deshizo</translation>
    </message>
    <message>
        <source>Remember the sliders of this photo, for other photos</source>
        <translation>Recordar los controles de esta foto, para otras fotos</translation>
    </message>
    <message>
        <source>Set this photo&apos;s sliders as they were copied from another</source>
        <translation>Poner los controles de esta foto como se copiaron de otra</translation>
    </message>
    <message>
        <source>Turn this photo by a quarter to the left; it is colorized anew</source>
        <translation>Girar esta foto un cuarto a la izquierda; se colorea de nuevo</translation>
    </message>
    <message>
        <source>Turn this photo by a quarter to the right; it is colorized anew</source>
        <translation>Girar esta foto un cuarto a la derecha; se colorea de nuevo</translation>
    </message>
    <message>
        <source>Change left and right of this photo round, for mirrored scans</source>
        <translation>Cambiar izquierda y derecha de esta foto, para escaneos invertidos</translation>
    </message>
    <message>
        <source>Change top and bottom of this photo round</source>
        <translation>Cambiar arriba y abajo de esta foto</translation>
    </message>
    <message>
        <source>Level this photo, and keep a part of it; the file itself stays as it is</source>
        <translation>Nivelar esta foto y quedarse con una parte; el archivo queda como está</translation>
    </message>
    <message>
        <source>Make a photo of each of several photos on one scan; the file stays as it is</source>
        <translation>Hacer una foto de cada una de las que hay en un escaneo; el archivo queda como está</translation>
    </message>
    <message>
        <source>Turn dark into light before the photo is colorized, for scanned negatives</source>
        <translation>Convertir lo oscuro en claro antes de colorear, para negativos escaneados</translation>
    </message>
    <message>
        <source>Give colour also to the plain border around the photo, which stays gray otherwise</source>
        <translation>Dar color también al borde liso de la foto, que si no queda gris</translation>
    </message>
    <message>
        <source>Show other colours that this photo may have had, to choose from</source>
        <translation>Mostrar otros colores que esta foto pudo tener, para elegir</translation>
    </message>
    <message>
        <source>Show the other colours large, beside one another, and take one of them</source>
        <translation>Mostrar los otros colores en grande, uno junto a otro, y tomar uno de ellos</translation>
    </message>
    <message>
        <source>Let this photo&apos;s colour be guessed once more</source>
        <translation>Volver a adivinar el color de esta foto</translation>
    </message>
    <message>
        <source>Stop colorizing; what is done already stays</source>
        <translation>Detener el coloreado; lo que ya está hecho se queda</translation>
    </message>
    <message>
        <source>See how each of your models colorizes this photo, and take one of the results</source>
        <translation>Ver cómo colorea esta foto cada uno de sus modelos y quedarse con un resultado</translation>
    </message>
    <message>
        <source>Say the right colour of a place: click there, and things like it follow</source>
        <translation>Indicar el color correcto de un lugar: haga clic allí y lo parecido lo sigue</translation>
    </message>
    <message>
        <source>Let the colour be guessed again without any colour points</source>
        <translation>Volver a adivinar el color sin ningún punto de color</translation>
    </message>
    <message>
        <source>Choose a photo in colour that this one is to look like</source>
        <translation>Elegir una foto en color a la que esta deba parecerse</translation>
    </message>
    <message>
        <source>Click an object, for example a dress: the sliders then change only that</source>
        <translation>Haga clic en un objeto, por ejemplo un vestido: los controles cambian entonces solo ese</translation>
    </message>
    <message>
        <source>Set all sliders of this photo back; its points, areas and protected places stay</source>
        <translation>Poner a cero todos los controles de esta foto; sus puntos, zonas y lugares protegidos quedan</translation>
    </message>
    <message>
        <source>Click or paint over what is to stay as it is, or gray, whatever sliders and points do</source>
        <translation>Haga clic o pinte sobre lo que debe quedar como está, o en gris, hagan lo que hagan los controles y los puntos</translation>
    </message>
    <message>
        <source>Show the whole photo</source>
        <translation>Mostrar la foto entera</translation>
    </message>
    <message>
        <source>Show each pixel of the photo as one pixel of the screen</source>
        <translation>Mostrar cada píxel de la foto como un píxel de la pantalla</translation>
    </message>
    <message>
        <source>Show each pixel of the photo twice as wide and as high</source>
        <translation>Mostrar cada píxel de la foto el doble de ancho y de alto</translation>
    </message>
    <message>
        <source>Show the photo so large that no canvas is left around it</source>
        <translation>Mostrar la foto tan grande que llene toda la ventana</translation>
    </message>
    <message>
        <source>Show the photo larger</source>
        <translation>Mostrar la foto más grande</translation>
    </message>
    <message>
        <source>Show the photo smaller</source>
        <translation>Mostrar la foto más pequeña</translation>
    </message>
    <message>
        <source>Show the photo without colour, in the same place, to compare</source>
        <translation>Mostrar la foto sin color, en el mismo lugar, para comparar</translation>
    </message>
    <message>
        <source>Show before and after in one picture, with a line that you can move</source>
        <translation>Mostrar antes y después en una imagen, con una línea que se puede mover</translation>
    </message>
    <message>
        <source>Show the colour without the photo&apos;s light and dark</source>
        <translation>Mostrar el color sin las luces y sombras de la foto</translation>
    </message>
    <message>
        <source>Stripe the places where the colour is uncertain</source>
        <translation>Rayar los lugares donde el color es incierto</translation>
    </message>
    <message>
        <source>Show the photo to the left in the film strip</source>
        <translation>Mostrar la foto de la izquierda en la tira</translation>
    </message>
    <message>
        <source>Show the photo to the right in the film strip</source>
        <translation>Mostrar la foto de la derecha en la tira</translation>
    </message>
    <message>
        <source>Colorize and save many photos by themselves, whole folders as well</source>
        <translation>Colorear y guardar muchas fotos solas, también carpetas enteras</translation>
    </message>
    <message>
        <source>Give the window the whole screen, or take it back</source>
        <translation>Dar a la ventana toda la pantalla, o volver atrás</translation>
    </message>
    <message>
        <source>Set how photos are saved, what they say, and how Tintype looks</source>
        <translation>Ajustar cómo se guardan las fotos, qué dicen y qué aspecto tiene Tintype</translation>
    </message>
    <message>
        <source>See and choose what guesses the colours, or add a model of your own</source>
        <translation>Ver y elegir qué adivina los colores, o añadir un modelo propio</translation>
    </message>
    <message>
        <source>List what each key does</source>
        <translation>Ver qué hace cada tecla</translation>
    </message>
    <message>
        <source>Read on one page, with pictures, how photos get their colour</source>
        <translation>Leer en una página, con imágenes, cómo reciben color las fotos</translation>
    </message>
    <message>
        <source>Read what Tintype has done and which errors it has met</source>
        <translation>Leer qué ha hecho Tintype y qué errores ha encontrado</translation>
    </message>
    <message>
        <source>Get a text about this computer and errors; nothing is sent</source>
        <translation>Obtener un texto sobre este ordenador y los errores; no se envía nada</translation>
    </message>
    <message>
        <source>Show the version and the licences</source>
        <translation>Mostrar la versión y las licencias</translation>
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
        <source>Stop everything that waits (Shift+Esc)</source>
        <translation>Detener todo lo que espera (Mayús+Esc)</translation>
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
        <translation>Color</translation>
    </message>
    <message>
        <source>&amp;Saturation</source>
        <translation>&amp;Saturación</translation>
    </message>
    <message>
        <source>&amp;Warmth</source>
        <translation>Cali&amp;dez</translation>
    </message>
    <message>
        <source>Safe – &amp;bold guess</source>
        <translation>C&amp;onjetura prudente – audaz</translation>
    </message>
    <message>
        <source>Only “{0}” is changed</source>
        <extracomment>Width in heights of a line, for users of large fonts. Settings that colours have no use for that are a photo&apos;s own.</extracomment>
        <translation>Solo se cambia «{0}»</translation>
    </message>
    <message>
        <source>Colou&amp;r noise</source>
        <translation>Ruid&amp;o de color</translation>
    </message>
    <message>
        <source>Green – &amp;magenta</source>
        <translation>Verde – &amp;magenta</translation>
    </message>
    <message>
        <source>Colour points</source>
        <translation>Puntos de color</translation>
    </message>
    <message>
        <source>Reference photo</source>
        <translation>Foto de referencia</translation>
    </message>
    <message>
        <source>Only a part of the photo</source>
        <translation>Solo una parte de la foto</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Proteger</translation>
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
    <name>AdjustingController</name>
    <message>
        <source>Colour Settings</source>
        <extracomment>Steps by key or wheel that follow one another this closely are one gesture.</extracomment>
        <translation>Ajustes de color</translation>
    </message>
    <message>
        <source>Reset Colour</source>
        <translation>Restablecer el color</translation>
    </message>
    <message>
        <source>Predicted Colours</source>
        <translation>Colores previstos</translation>
    </message>
    <message>
        <source>Other Colours</source>
        <translation>Otros colores</translation>
    </message>
</context>
<context>
    <name>AdjustmentRow</name>
    <message>
        <source>A double click sets it back.</source>
        <extracomment>Steps of a slider to the unit of a setting; degrees are counted one by one.</extracomment>
        <translation>Un doble clic lo restablece.</translation>
    </message>
</context>
<context>
    <name>AreasController</name>
    <message>
        <source>Area {0}</source>
        <translation>Zona {0}</translation>
    </message>
    <message>
        <source>New Area</source>
        <translation>Nueva zona</translation>
    </message>
    <message>
        <source>Take Away from Area</source>
        <translation>Quitar de la zona</translation>
    </message>
    <message>
        <source>Add to Area</source>
        <translation>Añadir a la zona</translation>
    </message>
    <message>
        <source>Reach of Area</source>
        <translation>Alcance de la zona</translation>
    </message>
    <message>
        <source>Reach of Protection</source>
        <translation>Alcance de la protección</translation>
    </message>
    <message>
        <source>Rename Area</source>
        <translation>Cambiar el nombre de la zona</translation>
    </message>
    <message>
        <source>Area On or Off</source>
        <translation>Zona activada o desactivada</translation>
    </message>
    <message>
        <source>Order of Areas</source>
        <translation>Orden de las zonas</translation>
    </message>
    <message>
        <source>Remove Area</source>
        <translation>Quitar la zona</translation>
    </message>
    <message>
        <source>Erase Protection</source>
        <translation>Borrar la protección</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Proteger</translation>
    </message>
    <message>
        <source>Protect Nothing</source>
        <translation>No proteger nada</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>Waiting</source>
        <extracomment>Under this name, called like this, the tool that gathers texts finds them.</extracomment>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitida</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptada</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Colorizing…</source>
        <translation>Coloreando…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Empezada</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>queda menos de un minuto</translation>
    </message>
    <message>
        <source>about {0} min left</source>
        <translation>quedan unos {0} min</translation>
    </message>
    <message>
        <source>about {0} h left</source>
        <translation>quedan unas {0} h</translation>
    </message>
    <message>
        <source>Hidden files</source>
        <translation>Archivos ocultos</translation>
    </message>
    <message>
        <source>Files of the system, such as Thumbs.db</source>
        <translation>Archivos del sistema, como Thumbs.db</translation>
    </message>
    <message>
        <source>Files that are no photos</source>
        <translation>Archivos que no son fotos</translation>
    </message>
    <message>
        <source>Photos that Tintype has colorized</source>
        <translation>Fotos que Tintype ha coloreado</translation>
    </message>
    <message>
        <source>Photos and folders that were there twice</source>
        <translation>Fotos y carpetas repetidas</translation>
    </message>
</context>
<context>
    <name>BatchActions</name>
    <message>
        <source>Photos that were not written yet, and lose what was done in the review: {0}. The originals stay where they are.</source>
        <translation>Fotos que aún no se han escrito y pierden lo hecho en la revisión: {0}. Los originales quedan donde están.</translation>
    </message>
    <message>
        <source>Remove from the List</source>
        <translation>Quitar de la lista</translation>
    </message>
</context>
<context>
    <name>BatchDetail</name>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
</context>
<context>
    <name>BatchFilesWorker</name>
    <message>
        <source>The folder “{0}” for the list of photos cannot be made; check its permissions.</source>
        <translation>La carpeta «{0}» para la lista de fotos no se puede crear; revise sus permisos.</translation>
    </message>
    <message>
        <source>“{0}” does not say how it was colorized; choose a photo that Tintype has saved.</source>
        <translation>«{0}» no dice cómo se coloreó; elija una foto que Tintype haya guardado.</translation>
    </message>
    <message>
        <source>The report “{0}” was not written ({1}); choose another folder.</source>
        <translation>El informe «{0}» no se escribió ({1}); elija otra carpeta.</translation>
    </message>
</context>
<context>
    <name>BatchFilterBar</name>
    <message>
        <source>All {0}</source>
        <extracomment>In the order in which they matter to the user.</extracomment>
        <translation>Todas: {0}</translation>
    </message>
    <message>
        <source>{0} waiting</source>
        <translation>En espera: {0}</translation>
    </message>
    <message>
        <source>{0} in work</source>
        <translation>En curso: {0}</translation>
    </message>
    <message>
        <source>{0} done</source>
        <translation>Hechas: {0}</translation>
    </message>
    <message>
        <source>{0} skipped</source>
        <translation>Omitidas: {0}</translation>
    </message>
    <message>
        <source>{0} failed</source>
        <translation>Fallidas: {0}</translation>
    </message>
    <message>
        <source>{0} cancelled</source>
        <translation>Canceladas: {0}</translation>
    </message>
    <message>
        <source>{0} to review</source>
        <translation>Por revisar: {0}</translation>
    </message>
    <message>
        <source>{0} accepted</source>
        <translation>Aceptadas: {0}</translation>
    </message>
</context>
<context>
    <name>BatchFooter</name>
    <message>
        <source>Progress of the batch</source>
        <translation>Progreso del lote</translation>
    </message>
    <message>
        <source>{0} of {1} photos</source>
        <translation>{0} de {1} fotos</translation>
    </message>
    <message>
        <source>About {0} needed</source>
        <translation>Se necesitan unos {0}</translation>
    </message>
    <message>
        <source>, {0} free</source>
        <translation>, {0} libres</translation>
    </message>
    <message>
        <source>Too little space: </source>
        <translation>Falta espacio: </translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>Descartados: {0}</translation>
    </message>
    <message>
        <source>Show which files were left out, and why</source>
        <translation>Mostrar qué archivos se descartaron y por qué</translation>
    </message>
</context>
<context>
    <name>BatchHead</name>
    <message>
        <source>Looking for photos…</source>
        <translation>Buscando fotos…</translation>
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
        <translation>Estado</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Colour settings of its own</source>
        <translation>Ajustes de color propios</translation>
    </message>
</context>
<context>
    <name>BatchOptions</name>
    <message>
        <source>Use This Folder Anyway</source>
        <translation>Usar esta carpeta de todos modos</translation>
    </message>
    <message>
        <source>Writes the results among the originals, which stay as they are</source>
        <translation>Escribe los resultados entre los originales, que quedan como están</translation>
    </message>
    <message>
        <source>In which kind of file the results are written</source>
        <translation>En qué tipo de archivo se escriben los resultados</translation>
    </message>
    <message>
        <source>Same as the original</source>
        <translation>Igual que el original</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>Añadir un número</translation>
    </message>
    <message>
        <source>Skip the photo</source>
        <translation>Omitir la foto</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Results are written into this folder</source>
        <extracomment>Width of the panel in lines of text, for users with large fonts.</extracomment>
        <translation>Las fotos coloreadas se escriben en esta carpeta</translation>
    </message>
    <message>
        <source>What results are called; braces are filled in for each photo</source>
        <translation>Cómo se llaman los resultados; los campos entre llaves se rellenan para cada foto</translation>
    </message>
    <message>
        <source>Of JPEG and WebP: 100 loses hardly anything and makes large files</source>
        <translation>De JPEG y WebP: con 100 apenas se pierde detalle y los archivos son grandes</translation>
    </message>
    <message>
        <source>Where a result of that name is there already; it is never replaced</source>
        <translation>Qué pasa cuando ya hay un resultado con ese nombre; nunca se reemplaza</translation>
    </message>
    <message>
        <source>The sliders of all photos that have none of their own</source>
        <translation>Los controles que reciben todas las fotos de la lista, salvo las que tienen los suyos</translation>
    </message>
    <message>
        <source>S&amp;plit scans with several photos</source>
        <translation>&amp;Dividir escaneos con varias fotos</translation>
    </message>
    <message>
        <source>Each photo that is found on a scan gets a result of its own</source>
        <translation>Cada foto que se encuentra en un escaneo tiene su propio resultado</translation>
    </message>
    <message>
        <source>Turn pho&amp;tos that lie on their side</source>
        <translation>Endere&amp;zar fotos tumbadas</translation>
    </message>
    <message>
        <source>Only where that is certain; the others stay as they are</source>
        <translation>Solo donde es seguro; las demás quedan como están</translation>
    </message>
    <message>
        <source>&amp;Keep colours that photos have</source>
        <translation>&amp;Conservar colores de fotos</translation>
    </message>
    <message>
        <source>Those are only cleaned of specks; the others are colorized</source>
        <translation>Esas solo se limpian de motas; las demás se colorean</translation>
    </message>
    <message>
        <source>Revie&amp;w before saving</source>
        <translation>Re&amp;visar antes de guardar</translation>
    </message>
    <message>
        <source>Nothing is written before you have accepted it</source>
        <translation>No se escribe nada antes de que lo haya aceptado</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>Ca&amp;lidad</translation>
    </message>
    <message>
        <source>Save &amp;into</source>
        <translation>Guardar &amp;en</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Nombres</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>Fo&amp;rmato</translation>
    </message>
    <message>
        <source>I&amp;f a file exists</source>
        <translation>&amp;Si el archivo ya existe</translation>
    </message>
    <message>
        <source>&amp;Colour of all photos</source>
        <translation>&amp;Color de todas las fotos</translation>
    </message>
    <message>
        <source>&amp;Like a reference photo</source>
        <translation>C&amp;omo una foto de referencia</translation>
    </message>
    <message>
        <source>Settings can be changed again when the batch has ended.</source>
        <translation>Los ajustes se podrán cambiar de nuevo cuando termine el lote.</translation>
    </message>
    <message>
        <source>Choose a Folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message>
        <source>Add Photos…</source>
        <translation>Añadir fotos…</translation>
    </message>
    <message>
        <source>Add Folder…</source>
        <translation>Añadir carpeta…</translation>
    </message>
    <message>
        <source>Put photos into the list, to be colorized one after the other</source>
        <translation>Poner fotos en la lista, que se colorean una tras otra</translation>
    </message>
    <message>
        <source>Put all photos of a folder, and of the folders in it, into the list</source>
        <translation>Poner en la lista todas las fotos de una carpeta y de sus subcarpetas</translation>
    </message>
    <message>
        <source>Try Failed Photos Again</source>
        <translation>Reintentar las fotos fallidas</translation>
    </message>
    <message>
        <source>Remove Finished Photos from the List</source>
        <translation>Quitar de la lista las fotos terminadas</translation>
    </message>
    <message>
        <source>Save Report…</source>
        <translation>Guardar informe…</translation>
    </message>
    <message>
        <source>Open the Folder of the Results</source>
        <translation>Abrir la carpeta de los resultados</translation>
    </message>
    <message>
        <source>Colorizes and saves the photos of the list; a pause finishes what was begun</source>
        <translation>Colorea y guarda las fotos de la lista; una pausa termina lo que se empezó</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Ends the work now; photos that were not finished wait in the list</source>
        <translation>Termina el trabajo ahora; las fotos sin terminar esperan en la lista</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Drop a folder here</source>
        <translation>Suelte aquí una carpeta</translation>
    </message>
    <message>
        <source>All photos in it, and in the folders inside, are colorized one after the other.
The results go into a folder of their own; the originals stay as they are.</source>
        <translation>Todas sus fotos, y las de las carpetas de dentro, se colorean una tras otra.
Los resultados van a una carpeta propia; los originales quedan como están.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Try again, tidy the list, write a report, open the folder of the results</source>
        <translation>Volver a intentar, ordenar la lista, escribir un informe, abrir la carpeta de resultados</translation>
    </message>
</context>
<context>
    <name>BatchPresenter</name>
    <message>
        <source>These photos are in the list already.</source>
        <translation>Estas fotos ya están en la lista.</translation>
    </message>
    <message>
        <source>The report was saved as “{0}”.</source>
        <translation>El informe se guardó como «{0}».</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>getting ready to colorize…</source>
        <translation>preparándose para colorear…</translation>
    </message>
    <message>
        <source>pausing, what was begun is finished</source>
        <translation>en pausa, se termina lo empezado</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>deteniendo…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenido</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpido</translation>
    </message>
</context>
<context>
    <name>BatchStatus</name>
    <message>
        <source>Show the batch</source>
        <extracomment>What the footer of the batch puts between the counts and the rest.</extracomment>
        <translation>Mostrar el lote</translation>
    </message>
    <message>
        <source>Batch: {0}</source>
        <translation>Lote: {0}</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>Photos of the batch</source>
        <extracomment>Scrolling is over before pictures are made. Sign and margins of a state, in pixels.</extracomment>
        <translation>Fotos del lote</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Open in the Photo View</source>
        <translation>Abrir en la vista de foto</translation>
    </message>
    <message>
        <source>Open Result</source>
        <translation>Abrir el resultado</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Copy Message</source>
        <translation>Copiar mensaje</translation>
    </message>
    <message>
        <source>Do Next</source>
        <translation>Hacer a continuación</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Once More</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Cancel Now</source>
        <translation>Cancelar ahora</translation>
    </message>
    <message>
        <source>Remove from the List</source>
        <translation>Quitar de la lista</translation>
    </message>
</context>
<context>
    <name>BrushRow</name>
    <message>
        <source>Take a colour from a photo</source>
        <translation>Tomar un color de una foto</translation>
    </message>
    <message>
        <source>Click a colour in this photo, or choose another photo and click there. With Shift, it is taken as the screen shows it, with all settings.</source>
        <translation>Haga clic en un color de esta foto, o elija otra foto y haga clic allí. Con Mayús se toma tal como lo muestra la pantalla, con todos los ajustes.</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Preguntar siempre</translation>
    </message>
    <message>
        <source>No colour stays chosen; each place that you click offers colours of its own</source>
        <translation>Ningún color queda elegido; cada lugar en el que hace clic ofrece sus propios colores</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Ninguno aún</translation>
    </message>
    <message>
        <source>As without points</source>
        <translation>Como sin puntos</translation>
    </message>
</context>
<context>
    <name>BrushSheet</name>
    <message>
        <source>Photo, to be marked</source>
        <extracomment>Radius of the ring that marks an object, and the least that is drawn of a line, in logical pixels.</extracomment>
        <translation>Foto, para marcar</translation>
    </message>
    <message>
        <source>Move the cross with the arrow keys, mark with Enter; [ and ] change the size, E erases</source>
        <translation>Mueva la cruz con las flechas, marque con Intro; [ y ] cambian el tamaño, E borra</translation>
    </message>
</context>
<context>
    <name>CandidateBar</name>
    <message>
        <source>Other colours</source>
        <extracomment>What a button has beside its words or its picture, and the distance to the next one.</extracomment>
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
    <message>
        <source>Shown large as long as you look at it; a click takes it</source>
        <translation>Se ve grande mientras la mira; un clic la toma</translation>
    </message>
</context>
<context>
    <name>CandidateGrid</name>
    <message>
        <source>A click, or its number, takes one. All of them zoom and move together.</source>
        <translation>Un clic, o su número, toma uno. Todos se amplían y se mueven a la vez.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Close the colours side by side</source>
        <translation>Cerrar los colores uno junto a otro</translation>
    </message>
    <message>
        <source>A click gives the photo these colours</source>
        <translation>Un clic da a la foto estos colores</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Tintype&apos;s own</source>
        <translation>El de Tintype</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>Of no known family</source>
        <translation>De ninguna familia conocida</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Lee</translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>Cualquier tamaño</translation>
    </message>
    <message>
        <source>The model that comes with Tintype.</source>
        <translation>El modelo que viene con Tintype.</translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation>Mira</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Sin medir</translation>
    </message>
    <message>
        <source>{0} s a photo, on {1}</source>
        <translation>{0} s por foto, en {1}</translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation>Velocidad aquí</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Not stated in the file</source>
        <translation>No consta en el archivo</translation>
    </message>
    <message>
        <source>{0} (not there any more)</source>
        <translation>{0} (ya no está)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
</context>
<context>
    <name>ChooserWords</name>
    <message>
        <source>Choose a colour, then click or draw in the photo.</source>
        <extracomment>Under this name, called like this, the tool that gathers texts finds them.</extracomment>
        <translation>Elija un color y luego haga clic o dibuje en la foto.</translation>
    </message>
    <message>
        <source>The next click or line gets this colour. Click a ring to change its point.</source>
        <translation>El próximo clic o trazo recibe este color. Un clic en un anillo cambia su punto.</translation>
    </message>
    <message>
        <source>Which colour has this place?</source>
        <translation>¿Qué color tiene este lugar?</translation>
    </message>
    <message>
        <source>You are changing the marked point. Enter ends that.</source>
        <translation>Está cambiando el punto marcado. Intro lo termina.</translation>
    </message>
    <message>
        <source>Light and dark come from the photo.</source>
        <translation>Lo claro y lo oscuro vienen de la foto.</translation>
    </message>
    <message>
        <source>Light and dark come from the photo; few colours are as dark.</source>
        <translation>Lo claro y lo oscuro vienen de la foto; pocos colores son tan oscuros.</translation>
    </message>
    <message>
        <source>Light and dark come from the photo; few colours are as bright.</source>
        <translation>Lo claro y lo oscuro vienen de la foto; pocos colores son tan claros.</translation>
    </message>
</context>
<context>
    <name>ChoosingPresenter</name>
    <message>
        <source>The mount around the photo stays without colour.</source>
        <translation>El marco de la foto queda sin color.</translation>
    </message>
</context>
<context>
    <name>ChromaPlane</name>
    <message>
        <source>All colours of this lightness</source>
        <extracomment>Drawn in so many cells to a logical pixel. Chroma to the press of a key; with Shift a fifth. Around the colours, for the words of the axes. Letters of those words, in those of the window.</extracomment>
        <translation>Todos los colores de esta luminosidad</translation>
    </message>
    <message>
        <source>All colours that are as light as the photo is there, whose lightness is kept. Drag, or press the arrow keys; gray is where the lines cross.</source>
        <translation>Todos los colores tan claros como la foto en ese lugar, cuya claridad se conserva. Arrastre o pulse las flechas; el gris está donde se cruzan las líneas.</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>amarillo</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>azul</translation>
    </message>
    <message>
        <source>green</source>
        <translation>verde</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rojo</translation>
    </message>
</context>
<context>
    <name>ClosingActions</name>
    <message>
        <source>“{0}” was closed.</source>
        <translation>«{0}» se cerró.</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reabrir</translation>
    </message>
</context>
<context>
    <name>ClosingController</name>
    <message>
        <source>Close Photo</source>
        <extracomment>So many photos can be opened again; those that were closed before are gone, but for the work that is kept.</extracomment>
        <translation>Cerrar la foto</translation>
    </message>
</context>
<context>
    <name>ColorizationController</name>
    <message>
        <source>“{0}” was not saved: it was stopped.</source>
        <translation>«{0}» no se guardó: se detuvo.</translation>
    </message>
</context>
<context>
    <name>ColourChooser</name>
    <message>
        <source>Colour of points</source>
        <translation>Color de los puntos</translation>
    </message>
    <message>
        <source>Suggested here</source>
        <translation>Sugeridos aquí</translation>
    </message>
    <message>
        <source>Lately used</source>
        <translation>Usados hace poco</translation>
    </message>
    <message>
        <source>Others for the last point</source>
        <translation>Otros para el último punto</translation>
    </message>
    <message>
        <source>Remove Point</source>
        <translation>Quitar punto</translation>
    </message>
    <message>
        <source>As it is now: {0}</source>
        <translation>Como está ahora: {0}</translation>
    </message>
</context>
<context>
    <name>ColourMenu</name>
    <message>
        <source>Own settings</source>
        <translation>Ajustes propios</translation>
    </message>
    <message>
        <source>As the Whole Batch</source>
        <translation>Como todo el lote</translation>
    </message>
    <message>
        <source>As the Photo in the Photo View</source>
        <translation>Como la foto de la vista de foto</translation>
    </message>
    <message>
        <source>As Copied</source>
        <translation>Como lo copiado</translation>
    </message>
    <message>
        <source>As an Earlier Result…</source>
        <translation>Como un resultado anterior…</translation>
    </message>
</context>
<context>
    <name>ColourPresenter</name>
    <message>
        <source>The sliders are set back. Your colour points stay.</source>
        <translation>Los controles están a cero. Sus puntos de color quedan.</translation>
    </message>
    <message>
        <source>Remove Points</source>
        <translation>Quitar los puntos</translation>
    </message>
    <message>
        <source>The sliders are set back. Areas and protected places stay.</source>
        <translation>Los controles están a cero. Las zonas y los lugares protegidos quedan.</translation>
    </message>
</context>
<context>
    <name>ColourWords</name>
    <message>
        <source>{0}, dark</source>
        <extracomment>Under this name, called like this, the tool that gathers texts finds them. Orange that is darker than this is called brown.</extracomment>
        <translation>{0}, oscuro</translation>
    </message>
    <message>
        <source>{0}, light</source>
        <translation>{0}, claro</translation>
    </message>
    <message>
        <source>{0} % from the left, {1} % from the top</source>
        <translation>{0} % desde la izquierda, {1} % desde arriba</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Marrón</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Naranja</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Amarillo</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Turquoise</source>
        <translation>Turquesa</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violeta</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare Models</source>
        <extracomment>Height of a row of the list in heights of a line, so that there is room for its box.</extracomment>
        <translation>Comparar modelos</translation>
    </message>
    <message>
        <source>Models to compare</source>
        <translation>Modelos para comparar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Take It ({0})</source>
        <translation>Tomar ({0})</translation>
    </message>
    <message>
        <source>Take the colour of {0}</source>
        <translation>Tomar el color de {0}</translation>
    </message>
    <message>
        <source>Tick at least two models.</source>
        <translation>Marque al menos dos modelos.</translation>
    </message>
    <message>
        <source>A letter takes the colour of that model. Wheel, drag and + − move all pictures.</source>
        <translation>Una letra toma el color de ese modelo. La rueda, arrastrar y + − mueven todas las imágenes.</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>No funciona</translation>
    </message>
    <message>
        <source>Give the photo the colours that this model has guessed</source>
        <translation>Dar a la foto los colores que este modelo ha adivinado</translation>
    </message>
    <message>
        <source>Six are the most that can be compared.</source>
        <translation>Se pueden comparar seis como máximo.</translation>
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
        <translation>Coloreada</translation>
    </message>
    <message>
        <source>Its own colours</source>
        <translation>Sus colores</translation>
    </message>
</context>
<context>
    <name>CropCanvas</name>
    <message>
        <source>Frame around what is kept</source>
        <extracomment>Pixels around a corner or an edge in which it is taken hold of. The smallest frame, and a step by key, of the photo&apos;s side.</extracomment>
        <translation>Marco alrededor de lo que queda</translation>
    </message>
    <message>
        <source>Arrow keys move the frame, with Shift its right and lower edge, with Ctrl the others.</source>
        <translation>Las flechas mueven el marco; con Mayús, sus bordes derecho e inferior; con Ctrl, los otros.</translation>
    </message>
</context>
<context>
    <name>CropDialog</name>
    <message>
        <source>Straighten and Crop</source>
        <extracomment>The slider&apos;s ends in degrees, and its steps in each; the box beside it goes further.</extracomment>
        <translation>Enderezar y recortar</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Ángulo</translation>
    </message>
    <message>
        <source>&amp;Angle</source>
        <translation>Á&amp;ngulo</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Turn the photo until what should be level is level</source>
        <translation>Girar la foto hasta que quede nivelado lo que debe estarlo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Show All of It</source>
        <translation>Foto entera</translation>
    </message>
    <message>
        <source>Keep the whole photo, as it lies in the file</source>
        <translation>Conservar toda la foto, como está en el archivo</translation>
    </message>
    <message>
        <source>{0} × {1} pixels</source>
        <translation>{0} × {1} píxeles</translation>
    </message>
</context>
<context>
    <name>DesktopLink</name>
    <message>
        <source>Tintype has finished</source>
        <translation>Tintype ha terminado</translation>
    </message>
    <message>
        <source>Photos done: {0}</source>
        <translation>Fotos hechas: {0}</translation>
    </message>
    <message>
        <source>, failed: {0}</source>
        <translation>, con error: {0}</translation>
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
        <source>Folder for the Results</source>
        <translation>Carpeta para los resultados</translation>
    </message>
    <message>
        <source>Take Over the Settings of a Result</source>
        <translation>Tomar los ajustes de un resultado</translation>
    </message>
    <message>
        <source>Reference Photo</source>
        <translation>Foto de referencia</translation>
    </message>
    <message>
        <source>Save Report</source>
        <translation>Guardar informe</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>Tabla para hojas de cálculo</translation>
    </message>
    <message>
        <source>Data for programs</source>
        <translation>Datos para programas</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
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
    <name>EarlierWork</name>
    <message>
        <source>Earlier Work</source>
        <translation>Trabajo anterior</translation>
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
        <source>Try a Sample Photo</source>
        <translation>Probar con una foto de muestra</translation>
    </message>
    <message>
        <source>See how an old portrait gets its colour; it came with Tintype</source>
        <translation>Ver cómo recibe color un retrato antiguo; vino con Tintype</translation>
    </message>
    <message>
        <source>Open the Photo of Last Time</source>
        <translation>Abrir la foto de la última vez</translation>
    </message>
    <message>
        <source>Open the {0} Photos of Last Time</source>
        <translation>Abrir las {0} fotos de la última vez</translation>
    </message>
    <message>
        <source>Open {0} again</source>
        <translation>Abrir {0} de nuevo</translation>
    </message>
</context>
<context>
    <name>EraseRow</name>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Take away what you draw over; over the photo, E does the same</source>
        <translation>Quita aquello sobre lo que pinta; sobre la foto, E hace lo mismo</translation>
    </message>
    <message>
        <source>Show stripes</source>
        <translation>Mostrar rayas</translation>
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
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation>Copiar detalles</translation>
    </message>
</context>
<context>
    <name>ErrorPresenter</name>
    <message>
        <source>Photos that could not be opened or colorized: {0}</source>
        <translation>Fotos que no se pudieron abrir o colorear: {0}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>Try Again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Close Photo</source>
        <translation>Cerrar la foto</translation>
    </message>
</context>
<context>
    <name>FieldButton</name>
    <message>
        <source>Insert a field</source>
        <translation>Insertar un campo</translation>
    </message>
    <message>
        <source>Put a part into the name that differs from photo to photo</source>
        <translation>Poner en el nombre una parte que cambia de una foto a otra</translation>
    </message>
    <message>
        <source>Name of the photo</source>
        <translation>Nombre de la foto</translation>
    </message>
    <message>
        <source>Name of its folder</source>
        <translation>Nombre de su carpeta</translation>
    </message>
    <message>
        <source>Day when it was taken</source>
        <translation>Día de la toma</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Nombre del modelo</translation>
    </message>
    <message>
        <source>Number in the list</source>
        <translation>Número en la lista</translation>
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
    <name>GuideDialog</name>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>HelpActions</name>
    <message>
        <source>What Tintype has done and met; where your photos lie is not in it.</source>
        <translation>Qué ha hecho y encontrado Tintype; no dice dónde están sus fotos.</translation>
    </message>
    <message>
        <source>Nothing was written yet.</source>
        <translation>Todavía no se ha escrito nada.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Nothing is sent. Copy this text, say above it what you did and what happened, and give it to those from whom you have Tintype.</source>
        <translation>No se envía nada. Copie este texto, diga encima qué hizo y qué pasó, y déselo a quienes le dieron Tintype.</translation>
    </message>
    <message>
        <source>Report a Problem</source>
        <translation>Informar de un problema</translation>
    </message>
    <message>
        <source>What I did:</source>
        <translation>Qué hice:</translation>
    </message>
    <message>
        <source>What happened:</source>
        <translation>Qué pasó:</translation>
    </message>
</context>
<context>
    <name>HexEdit</name>
    <message>
        <source>Colour code</source>
        <translation>Código de color</translation>
    </message>
    <message>
        <source>The colour as a code of six digits, as #7a1f2b; the photo keeps its own lightness</source>
        <translation>El color como código de seis cifras, como #7a1f2b; la foto conserva su propia luminosidad</translation>
    </message>
</context>
<context>
    <name>HuePicker</name>
    <message>
        <source>Pick a Colour</source>
        <translation>Tomar un color</translation>
    </message>
    <message>
        <source>Click into the photo to repair colours like that one, or move the cross with the arrow keys and press Enter</source>
        <translation>Haga clic en la foto para reparar los colores como ese, o mueva la cruz con las flechas y pulse Intro</translation>
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
    <name>KeepColourDialog</name>
    <message>
        <source>Keep This Colour</source>
        <translation>Conservar este color</translation>
    </message>
    <message>
        <source>Grandmother’s dress</source>
        <translation>El vestido de la abuela</translation>
    </message>
    <message>
        <source>The dress itself, in the wardrobe</source>
        <translation>El propio vestido, en el armario</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Known from</source>
        <translation>&amp;Conocido por</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>The colour that has this name now is replaced.</source>
        <translation>Se sustituye el color que ahora tiene este nombre.</translation>
    </message>
</context>
<context>
    <name>KeptWorkButton</name>
    <message>
        <source>Forget the Work… (photos: {0})</source>
        <translation>Olvidar el trabajo… (fotos: {0})</translation>
    </message>
    <message>
        <source>Points and settings are kept for when a photo is opened again. Forget those of all photos? Photos and results stay as they are.</source>
        <translation>Los puntos y ajustes se guardan para cuando se vuelva a abrir una foto. ¿Olvidar los de todas? Las fotos y los resultados quedan como están.</translation>
    </message>
</context>
<context>
    <name>KnownButton</name>
    <message>
        <source>Known Colours</source>
        <translation>Colores conocidos</translation>
    </message>
    <message>
        <source>Skin, hair, uniforms and flags with sources, and your own, such as “Grandmother’s dress”</source>
        <translation>Piel, pelo, uniformes y banderas con fuentes, y los suyos, como «El vestido de la abuela»</translation>
    </message>
    <message>
        <source>Keep This Colour…</source>
        <translation>Conservar este color…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Import Colours…</source>
        <translation>Importar colores…</translation>
    </message>
    <message>
        <source>Export My Colours…</source>
        <translation>Exportar mis colores…</translation>
    </message>
    <message>
        <source>Colours of Tintype (*{0})</source>
        <translation>Colores de Tintype (*{0})</translation>
    </message>
    <message>
        <source>Import Colours</source>
        <translation>Importar colores</translation>
    </message>
    <message>
        <source>Export My Colours</source>
        <translation>Exportar mis colores</translation>
    </message>
</context>
<context>
    <name>KnownPresenter</name>
    <message>
        <source>Colours imported: {0}</source>
        <translation>Colores importados: {0}</translation>
    </message>
    <message>
        <source>Your colours are in “{0}”.</source>
        <translation>Sus colores están en «{0}».</translation>
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
        <source>&amp;Origin of the picture</source>
        <translation>&amp;Origen de la imagen</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Archivo de ajustes</translation>
    </message>
    <message>
        <source>Ca&amp;ption</source>
        <translation>&amp;Descripción</translation>
    </message>
    <message>
        <source>Written into the file as its description; the picture is not changed</source>
        <translation>Se escribe en el archivo como descripción; la imagen no cambia</translation>
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
    <name>LayerPresenter</name>
    <message>
        <source>The colour alone</source>
        <translation>Solo el color</translation>
    </message>
    <message>
        <source>Striped: this colour is unsure</source>
        <translation>A rayas: este color es inseguro</translation>
    </message>
    <message>
        <source>This model does not say where it guesses</source>
        <translation>Este modelo no dice dónde adivina</translation>
    </message>
    <message>
        <source>None of these colours is a guess</source>
        <translation>Ninguno de estos colores se ha adivinado</translation>
    </message>
</context>
<context>
    <name>LeftOutDialog</name>
    <message>
        <source>Files That Were Left Out</source>
        <extracomment>With more files the groups are closed at first. Height of what is said about folders, in heights of a line; more of it scrolls. Between two lines, in pixels.</extracomment>
        <translation>Archivos descartados</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all of them</source>
        <translation>Copiar las líneas seleccionadas, o todas</translation>
    </message>
</context>
<context>
    <name>LoadingController</name>
    <message>
        <source>Pasted picture {0}</source>
        <extracomment>Photos of a folder that nobody will look at one by one.</extracomment>
        <translation>Imagen pegada {0}</translation>
    </message>
    <message>
        <source>The work of “{0}” goes on, with its original “{1}”.</source>
        <translation>Sigue el trabajo de «{0}», con su original «{1}».</translation>
    </message>
    <message>
        <source>Later Work</source>
        <translation>Trabajo posterior</translation>
    </message>
    <message>
        <source>Later work on “{1}” goes on; undo takes that of “{0}”.</source>
        <translation>Continúa el trabajo posterior en «{1}»; al deshacer se toma el de «{0}».</translation>
    </message>
    <message>
        <source>There are no photos in “{0}” that Tintype can open.</source>
        <translation>En «{0}» no hay fotos que Tintype pueda abrir.</translation>
    </message>
    <message>
        <source>Earlier Work</source>
        <translation>Trabajo anterior</translation>
    </message>
    <message>
        <source>Start Over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Not there any more: {0}.</source>
        <translation>Ya no existen: {0}.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The batch is stopping, and can go on at the next start. Tintype closes then.</source>
        <translation>El lote se está deteniendo y podrá continuar en el próximo inicio. Después Tintype se cierra.</translation>
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
        <extracomment>Characters of a line, below which the buttons go under the sentence.</extracomment>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ModelActions</name>
    <message>
        <source>“{0}” is being tried…</source>
        <translation>Se está probando «{0}»…</translation>
    </message>
    <message>
        <source>Open It</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Tintype&apos;s own</source>
        <translation>El de Tintype</translation>
    </message>
    <message>
        <source>“{0}” is being loaded…</source>
        <translation>Se está cargando «{0}»…</translation>
    </message>
    <message>
        <source>“{0}” works.</source>
        <translation>«{0}» funciona.</translation>
    </message>
    <message>
        <source>It is used from now on, also for the photo that is shown.</source>
        <translation>Se usa desde ahora, también para la foto que se muestra.</translation>
    </message>
</context>
<context>
    <name>ModelMenu</name>
    <message>
        <source>Model for This Folder</source>
        <translation>Modelo para esta carpeta</translation>
    </message>
    <message>
        <source>As the Whole Batch</source>
        <translation>Como todo el lote</translation>
    </message>
</context>
<context>
    <name>NoticePresenter</name>
    <message>
        <source>Colorize</source>
        <translation>Colorear</translation>
    </message>
    <message>
        <source>Go On with the Rest</source>
        <translation>Seguir con las demás</translation>
    </message>
    <message>
        <source>This photo was stopped before it had colour.</source>
        <translation>Esta foto se detuvo antes de tener color.</translation>
    </message>
    <message>
        <source>This photo is in colour already.</source>
        <translation>Esta foto ya es en color.</translation>
    </message>
    <message>
        <source>Tintype coloured this photo; its original “{0}” was not found beside it.</source>
        <translation>Tintype coloreó esta foto; su original «{0}» no está junto a ella.</translation>
    </message>
    <message>
        <source>Colorize Anew</source>
        <translation>Colorear de nuevo</translation>
    </message>
    <message>
        <source>Clean Colours</source>
        <translation>Limpiar colores</translation>
    </message>
    <message>
        <source>Leave as It Is</source>
        <translation>Dejar como está</translation>
    </message>
    <message>
        <source>In colour already; left as it is.</source>
        <translation>Ya es en color; se deja como está.</translation>
    </message>
    <message>
        <source>In colour already.</source>
        <translation>Ya es en color.</translation>
    </message>
    <message>
        <source>It can keep its colours.</source>
        <translation>Puede conservar sus colores.</translation>
    </message>
    <message>
        <source>Stopped before it had colour.</source>
        <translation>Detenida antes de tener color.</translation>
    </message>
    <message>
        <source>Other photos that were stopped: {0}.</source>
        <translation>Otras fotos detenidas: {0}.</translation>
    </message>
    <message>
        <source>It keeps its own colours. “Colour noise” says how far they are cleaned.</source>
        <translation>Conserva sus propios colores. «Ruido de color» dice cuánto se limpian.</translation>
    </message>
    <message>
        <source>Other colours are in use: {0}.</source>
        <translation>Se usan otros colores: {0}.</translation>
    </message>
    <message>
        <source>Take the Predicted</source>
        <translation>Usar los previstos</translation>
    </message>
    <message>
        <source>Its own colour is not used, only its lightness.</source>
        <translation>Su propio color no se usa, solo su luminosidad.</translation>
    </message>
    <message>
        <source>Keep Its Colours</source>
        <translation>Conservar sus colores</translation>
    </message>
    <message>
        <source>Toned or yellowed: the tint is left out.</source>
        <translation>Virada o amarillenta: el tono no se tiene en cuenta.</translation>
    </message>
    <message>
        <source>Read as a negative.</source>
        <translation>Leída como negativo.</translation>
    </message>
    <message>
        <source>It Is a Positive</source>
        <translation>Es un positivo</translation>
    </message>
    <message>
        <source>The mount around the photo stays without colour.</source>
        <translation>El marco de la foto queda sin color.</translation>
    </message>
    <message>
        <source>Colorize It, Too</source>
        <translation>Colorearlo también</translation>
    </message>
    <message>
        <source>The mount around the photo is colorized, too.</source>
        <translation>El marco de la foto también se colorea.</translation>
    </message>
    <message>
        <source>Leave It Out</source>
        <translation>Dejarlo fuera</translation>
    </message>
</context>
<context>
    <name>OpeningActions</name>
    <message>
        <source>There is no photo in the clipboard.</source>
        <translation>No hay ninguna foto en el portapapeles.</translation>
    </message>
</context>
<context>
    <name>PageSwitch</name>
    <message>
        <source>A batch was not finished. Photos that wait: {0}</source>
        <extracomment>Offers of others are none of its business.</extracomment>
        <translation>Un lote quedó sin terminar. Fotos en espera: {0}</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>{0} photos were opened. As a batch, all of them are colorized and saved by themselves.</source>
        <translation>Se abrieron {0} fotos. Como lote, todas se colorean y se guardan solas.</translation>
    </message>
    <message>
        <source>Make a Batch</source>
        <translation>Crear un lote</translation>
    </message>
    <message>
        <source>The photos are colorized. To be reviewed: {0}</source>
        <translation>Las fotos están coloreadas. Por revisar: {0}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>The batch has ended. Done: {0}, failed: {1}</source>
        <translation>El lote ha terminado. Hechas: {0}, fallidas: {1}</translation>
    </message>
    <message>
        <source>Show Failed</source>
        <translation>Mostrar las fallidas</translation>
    </message>
    <message>
        <source>The batch has ended. Done: {0}</source>
        <translation>El lote ha terminado. Hechas: {0}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>PhotoNotes</name>
    <message>
        <source>Which picture of the file is shown and colorized</source>
        <translation>Qué imagen del archivo se muestra y se colorea</translation>
    </message>
    <message>
        <source>Pa&amp;ge</source>
        <translation>Pá&amp;gina</translation>
    </message>
    <message>
        <source> of {0}</source>
        <translation> de {0}</translation>
    </message>
</context>
<context>
    <name>PlainRow</name>
    <message>
        <source>Gray</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>What you click becomes gray, as it is in the original</source>
        <translation>Lo que toque queda gris, como en el original</translation>
    </message>
    <message>
        <source>Leave as It Is</source>
        <translation>Dejar como está</translation>
    </message>
    <message>
        <source>What you click keeps the colour that it has without points: click where a colour has gone too far</source>
        <translation>Lo que toque conserva el color que tiene sin puntos: haga clic donde un color ha ido demasiado lejos</translation>
    </message>
</context>
<context>
    <name>PointMarker</name>
    <message>
        <source>Other Colour…</source>
        <extracomment>Logical pixels to the press of a key; with Shift one. In which the arc around a point goes round once. What a wheel turns by from one notch to the next, in eighths of a degree. Steps of reach to the press of a key.</extracomment>
        <translation>Otro color…</translation>
    </message>
    <message>
        <source>Remove Point</source>
        <translation>Quitar punto</translation>
    </message>
    <message>
        <source>Remove All Points</source>
        <translation>Quitar todos los puntos</translation>
    </message>
</context>
<context>
    <name>PointPresenter</name>
    <message>
        <source>Colour point {0} of {1}: {2}; {3}</source>
        <translation>Punto de color {0} de {1}: {2}; {3}</translation>
    </message>
    <message>
        <source>Colour stroke {0} of {1}: {2}; {3}</source>
        <translation>Trazo de color {0} de {1}: {2}; {3}</translation>
    </message>
    <message>
        <source>{0}; reach: {1}</source>
        <translation>{0}; alcance: {1}</translation>
    </message>
</context>
<context>
    <name>PointTools</name>
    <message>
        <source>Put Colour Points</source>
        <translation>Poner puntos de color</translation>
    </message>
    <message>
        <source>Choose a colour, then click into the photo where you know it, or draw a line over it; by keys, move the cross with the arrow keys and press Enter. Turn the wheel over a ring to change how far its colour reaches.</source>
        <translation>Elija un color y haga clic en la foto donde lo conozca, o dibuje una línea encima; con el teclado, mueva la cruz con las flechas y pulse Intro. La rueda sobre un anillo cambia hasta dónde llega su color.</translation>
    </message>
    <message>
        <source>Remove All</source>
        <translation>Quitar todos</translation>
    </message>
    <message>
        <source>Remove all colour points</source>
        <translation>Quitar todos los puntos de color</translation>
    </message>
    <message>
        <source>The colour is guessed again without any points</source>
        <translation>El color se adivina otra vez sin ningún punto</translation>
    </message>
    <message>
        <source>Let the rest of the photo follow</source>
        <translation>Adaptar el resto de la foto</translation>
    </message>
    <message>
        <source>Let the rest of the photo follow your points</source>
        <translation>Adaptar el resto de la foto a sus puntos</translation>
    </message>
    <message>
        <source>Guess no colours</source>
        <translation>No adivinar colores</translation>
    </message>
    <message>
        <source>The photo has only the colours of your points and strokes: they spread over what is as light, and stop at edges. Draw at least one line over each thing.</source>
        <translation>La foto tiene solo los colores de sus puntos y trazos: se extienden por lo que es igual de claro y se detienen en los bordes. Dibuje al menos una línea sobre cada cosa.</translation>
    </message>
    <message>
        <source>For colours that you know to be true, as of a thing that still exists: the whole photo is guessed anew with them. Otherwise nothing changes but what you point at.</source>
        <translation>Para colores que usted sabe que son los verdaderos, por ejemplo de un objeto que aún existe: toda la foto se adivina de nuevo con ellos. Si no, solo cambia lo que usted señala.</translation>
    </message>
    <message>
        <source>Points: {0}</source>
        <translation>Puntos: {0}</translation>
    </message>
</context>
<context>
    <name>PointingController</name>
    <message>
        <source>Rest Follows</source>
        <translation>Adaptar el resto</translation>
    </message>
    <message>
        <source>Rest Stays</source>
        <translation>Mantener el resto</translation>
    </message>
    <message>
        <source>Colour Point</source>
        <translation>Punto de color</translation>
    </message>
    <message>
        <source>Colour Stroke</source>
        <translation>Trazo de color</translation>
    </message>
    <message>
        <source>Colour of Point</source>
        <translation>Color de un punto</translation>
    </message>
    <message>
        <source>Reach of Point</source>
        <translation>Alcance del punto</translation>
    </message>
    <message>
        <source>Move Point</source>
        <translation>Mover punto</translation>
    </message>
    <message>
        <source>Remove Point</source>
        <translation>Quitar punto</translation>
    </message>
    <message>
        <source>Remove All Points</source>
        <translation>Quitar todos los puntos</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Waiting</source>
        <extracomment>Under this name, called like this, the tool that gathers texts finds them. States whose sign is that of another one.</extracomment>
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
        <source>In colour already</source>
        <translation>Ya en color</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>Sin cambios</translation>
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
        <source>First guess</source>
        <translation>Primera conjetura</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Suave</translation>
    </message>
    <message>
        <source>Finer detail</source>
        <translation>Más detalle</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>Solo los míos</translation>
    </message>
    <message>
        <source>Its own colours</source>
        <translation>Sus colores</translation>
    </message>
    <message>
        <source>Getting ready to colorize…</source>
        <translation>Preparándose para colorear…</translation>
    </message>
    <message>
        <source>Passing “{0}” to another program…</source>
        <translation>Pasando «{0}» a otro programa…</translation>
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
        <extracomment>Under this name, called like this, the tool that gathers texts finds them.</extracomment>
        <translation>Ajustes guardados</translation>
    </message>
    <message>
        <source>Sets all sliders at once to one of several looks, or keeps yours under a name</source>
        <translation>Pone todos los controles a la vez en uno de varios estilos, o guarda los suyos con un nombre</translation>
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
        <source>Tintype has a preset “{0}” of its own. Another name:</source>
        <translation>Tintype ya tiene un ajuste «{0}» propio. Otro nombre:</translation>
    </message>
    <message>
        <source>Another name:</source>
        <translation>Otro nombre:</translation>
    </message>
    <message>
        <source>There is a preset “{0}”. Replace it?</source>
        <translation>Ya existe un ajuste «{0}». ¿Reemplazarlo?</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Sin cambios</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Suave</translation>
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
    <name>ProtectTools</name>
    <message>
        <source>Keep as it is</source>
        <translation>Dejar como está</translation>
    </message>
    <message>
        <source>Keep gray</source>
        <translation>Dejar en gris</translation>
    </message>
    <message>
        <source>Protect Places</source>
        <translation>Proteger lugares</translation>
    </message>
    <message>
        <source>Click what no slider and no colour point may change, for example a wall, or paint over it. By keys, move the cross with the arrow keys and press Enter.</source>
        <translation>Haga clic en lo que ningún control ni punto de color debe cambiar, por ejemplo una pared, o pinte sobre ello. Con el teclado, mueva la cruz con las flechas y pulse Intro.</translation>
    </message>
    <message>
        <source>What you mark keeps the colour that it has now</source>
        <translation>Lo que marque conserva el color que tiene ahora</translation>
    </message>
    <message>
        <source>What you mark has no colour</source>
        <translation>Lo que marque no tiene color</translation>
    </message>
    <message>
        <source>Whole object</source>
        <translation>Objeto entero</translation>
    </message>
    <message>
        <source>A click, or a line over it, protects the object or surface up to its edges</source>
        <translation>Un clic, o una línea encima, protege el objeto o la superficie hasta sus bordes</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <source>What you paint over is protected</source>
        <translation>Lo que pinte queda protegido</translation>
    </message>
    <message>
        <source>Stripes in the photo show what is protected</source>
        <translation>Unas rayas en la foto muestran lo que está protegido</translation>
    </message>
    <message>
        <source>Remove All</source>
        <translation>Quitar todo</translation>
    </message>
    <message>
        <source>Protect nothing any more</source>
        <translation>No proteger nada más</translation>
    </message>
    <message>
        <source>Something is protected</source>
        <translation>Hay algo protegido</translation>
    </message>
</context>
<context>
    <name>QuestionBox</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
</context>
<context>
    <name>ReachRow</name>
    <message>
        <source>How much of the photo is meant: this spot, this object, or everything like it; over the ring, the wheel does the same</source>
        <extracomment>Steps of the slider, of a key and of the wheel, to the whole reach on either side of an object.</extracomment>
        <translation>Qué parte de la foto se quiere decir: este lugar, este objeto o todo lo parecido; sobre el anillo, la rueda hace lo mismo</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Hasta dónde</translation>
    </message>
    <message>
        <source>Spot only</source>
        <translation>Solo aquí</translation>
    </message>
    <message>
        <source>Only what lies right at the place</source>
        <translation>Solo lo que está justo en el lugar</translation>
    </message>
    <message>
        <source>Object only</source>
        <translation>Solo objeto</translation>
    </message>
    <message>
        <source>The object up to its edges, and nothing else</source>
        <translation>El objeto hasta sus bordes, y nada más</translation>
    </message>
    <message>
        <source>All like it</source>
        <translation>Todo igual</translation>
    </message>
    <message>
        <source>Everything in the photo that looks like the place</source>
        <translation>Todo lo de la foto que se parece al lugar</translation>
    </message>
    <message>
        <source>Reach: {0}</source>
        <translation>Alcance: {0}</translation>
    </message>
</context>
<context>
    <name>ReferenceTools</name>
    <message>
        <source>Say by rectangles which place of the reference photo gives its colour to which place</source>
        <translation>Diga con rectángulos qué lugar de la foto de referencia da su color a qué lugar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove the reference photo</source>
        <translation>Quitar la foto de referencia</translation>
    </message>
    <message>
        <source>The colour is guessed again without the reference photo</source>
        <translation>El color se vuelve a adivinar sin la foto de referencia</translation>
    </message>
    <message>
        <source>By likeness</source>
        <translation>Por parecido</translation>
    </message>
    <message>
        <source>Things get the colour of like things: grass that of grass, a coat that of a coat</source>
        <translation>Las cosas reciben el color de cosas parecidas: la hierba, el de la hierba; un abrigo, el de un abrigo</translation>
    </message>
    <message>
        <source>By brightness</source>
        <translation>Por brillo</translation>
    </message>
    <message>
        <source>Each place gets the colour of what is as bright and as rough in the reference photo</source>
        <translation>Cada lugar recibe el color de lo que es igual de claro y de rugoso en la foto de referencia</translation>
    </message>
    <message>
        <source>Reading “{0}”…</source>
        <translation>Leyendo «{0}»…</translation>
    </message>
    <message>
        <source>Choose a photo in colour,
or drop one here</source>
        <translation>Elija una foto en color
o suéltela aquí</translation>
    </message>
    <message>
        <source>Pairs of places: {0}…</source>
        <translation>Pares de lugares: {0}…</translation>
    </message>
    <message>
        <source>Pair Places by Rectangles…</source>
        <translation>Emparejar con rectángulos…</translation>
    </message>
</context>
<context>
    <name>ReferenceWell</name>
    <message>
        <source>Choose a photo in colour,
or drop one here</source>
        <translation>Elija una foto en color
o suéltela aquí</translation>
    </message>
    <message>
        <source>Choose a photo in colour that this one is to look like, or drop its file here; with Shift, anywhere on the window</source>
        <translation>Elija una foto en color a la que esta deba parecerse, o suelte aquí su archivo; con Mayús, en cualquier lugar de la ventana</translation>
    </message>
    <message>
        <source>Reference photo: {0}</source>
        <translation>Foto de referencia: {0}</translation>
    </message>
</context>
<context>
    <name>ReferringController</name>
    <message>
        <source>Strength of Reference</source>
        <translation>Intensidad de la referencia</translation>
    </message>
    <message>
        <source>Method of Reference</source>
        <translation>Método de la referencia</translation>
    </message>
    <message>
        <source>Pairs of Places</source>
        <translation>Pares de lugares</translation>
    </message>
    <message>
        <source>Remove Reference Photo</source>
        <translation>Quitar la foto de referencia</translation>
    </message>
    <message>
        <source>Reference Photo</source>
        <translation>Foto de referencia</translation>
    </message>
</context>
<context>
    <name>RegionList</name>
    <message>
        <source>What the sliders change</source>
        <extracomment>As many rows are seen at once. Pixels of a row above its letters and below, together.</extracomment>
        <translation>Lo que cambian los controles</translation>
    </message>
    <message>
        <source>▲</source>
        <translation>▲</translation>
    </message>
    <message>
        <source>Above the other areas</source>
        <translation>Por encima de las demás zonas</translation>
    </message>
    <message>
        <source>▼</source>
        <translation>▼</translation>
    </message>
    <message>
        <source>Below the other areas</source>
        <translation>Por debajo de las demás zonas</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Give the area another name</source>
        <translation>Dar otro nombre a la zona</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Take the area and its settings away</source>
        <translation>Quitar la zona y sus ajustes</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>Toda la foto</translation>
    </message>
    <message>
        <source>Checked: its settings are applied. A double click renames it.</source>
        <translation>Marcada: sus ajustes se aplican. Un doble clic cambia su nombre.</translation>
    </message>
</context>
<context>
    <name>RegionTools</name>
    <message>
        <source>Mark an Area</source>
        <translation>Marcar una zona</translation>
    </message>
    <message>
        <source>Click an object in the photo, for example a dress: the sliders then change only that. By keys, move the cross with the arrow keys and press Enter.</source>
        <translation>Haga clic en un objeto de la foto, por ejemplo un vestido: los controles cambian entonces solo ese. Con el teclado, mueva la cruz con las flechas y pulse Intro.</translation>
    </message>
    <message>
        <source>Whole object</source>
        <translation>Objeto entero</translation>
    </message>
    <message>
        <source>A click, or a line over it, marks the object up to its edges</source>
        <translation>Un clic, o una línea por encima, marca el objeto hasta sus bordes</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <source>What you paint over is marked</source>
        <translation>Se marca aquello sobre lo que pinta</translation>
    </message>
    <message>
        <source>Stripes in the photo show where the area is</source>
        <translation>Unas rayas en la foto muestran dónde está la zona</translation>
    </message>
    <message>
        <source>Click an object in the photo: it becomes an area of its own.</source>
        <translation>Haga clic en un objeto de la foto: se convierte en una zona propia.</translation>
    </message>
    <message>
        <source>The sliders change “{0}”. More clicks add to it.</source>
        <translation>Los controles cambian «{0}». Más clics le añaden partes.</translation>
    </message>
    <message>
        <source>Finish Marking</source>
        <translation>Terminar de marcar</translation>
    </message>
    <message>
        <source>Mark Another Area</source>
        <translation>Marcar otra zona</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>To review</source>
        <extracomment>Under this name, called like this, the tool that gathers texts finds them.</extracomment>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptada</translation>
    </message>
    <message>
        <source>Stays black-and-white</source>
        <translation>Queda en blanco y negro</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>In work…</source>
        <translation>En curso…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omitida</translation>
    </message>
    <message>
        <source>{0} × quieter</source>
        <translation>{0} × más suave</translation>
    </message>
    <message>
        <source>{0} × livelier</source>
        <translation>{0} × más viva</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>Ajustada</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Quieter colours</source>
        <translation>Más suave</translation>
    </message>
    <message>
        <source>Livelier colours</source>
        <translation>Más viva</translation>
    </message>
    <message>
        <source>Keep black-and-white</source>
        <translation>Dejar en blanco y negro</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>Otros ajustes</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Open in editor</source>
        <translation>Abrir en el editor</translation>
    </message>
    <message>
        <source>The photo is to be saved with this colour</source>
        <translation>La foto se guardará con este color</translation>
    </message>
    <message>
        <source>Less colour, and only colours that are nearly sure</source>
        <translation>Menos color, y solo colores casi seguros</translation>
    </message>
    <message>
        <source>More colour, and the livelier ones of those that are likely</source>
        <translation>Más color, y los más vivos de los probables</translation>
    </message>
    <message>
        <source>The photo stays without colour, and nothing is saved of it</source>
        <translation>La foto queda sin color, y no se guarda nada de ella</translation>
    </message>
    <message>
        <source>Sliders for the colour of the photos that are selected</source>
        <translation>Controles para el color de las fotos seleccionadas</translation>
    </message>
    <message>
        <source>Takes back the last decision, and goes to its photo</source>
        <translation>Deshace la última decisión y va a su foto</translation>
    </message>
    <message>
        <source>Shows the photo large, before and after</source>
        <translation>Muestra la foto en grande, antes y después</translation>
    </message>
    <message>
        <source>Opens the photo with points and all else, and brings its work back</source>
        <translation>Abre la foto con puntos y todo lo demás, y trae el trabajo de vuelta</translation>
    </message>
</context>
<context>
    <name>ReviewEditing</name>
    <message>
        <source>“{0}” is edited for the review.</source>
        <translation>«{0}» se edita para la revisión.</translation>
    </message>
    <message>
        <source>Back to the Review</source>
        <translation>Volver a la revisión</translation>
    </message>
</context>
<context>
    <name>ReviewPresenter</name>
    <message>
        <source>{0} photos</source>
        <translation>{0} fotos</translation>
    </message>
</context>
<context>
    <name>ReviewSettings</name>
    <message>
        <source>The scan is a &amp;negative</source>
        <translation>El escaneo es un &amp;negativo</translation>
    </message>
    <message>
        <source>The photo is colorized anew</source>
        <translation>La foto se colorea de nuevo</translation>
    </message>
    <message>
        <source>Colorize Once More</source>
        <translation>Colorear otra vez</translation>
    </message>
    <message>
        <source>Makes a second result with these settings; the first one stays</source>
        <translation>Hace un segundo resultado con estos ajustes; el primero se queda</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;Saturation</source>
        <translation>&amp;Saturación</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Safe – &amp;bold guess</source>
        <translation>C&amp;onjetura prudente – audaz</translation>
    </message>
    <message>
        <source>&amp;Warmth</source>
        <translation>Cali&amp;dez</translation>
    </message>
    <message>
        <source>The result that is there stays; the new one gets a number and comes with the next run.</source>
        <translation>El resultado existente se conserva; el nuevo lleva un número y se crea en la próxima ejecución.</translation>
    </message>
</context>
<context>
    <name>ReviewSheet</name>
    <message>
        <source>Contact sheet</source>
        <extracomment>Rows of tiles that are drawn before they are scrolled to.</extracomment>
        <translation>Hoja de contactos</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Accept All the Rest</source>
        <translation>Aceptar todas las demás</translation>
    </message>
    <message>
        <source>All photos without a decision are to be saved as they are</source>
        <translation>Todas las fotos sin decidir se guardarán como están</translation>
    </message>
    <message>
        <source>Nothing to look at yet.
Photos appear here as soon as they have been colorized.</source>
        <translation>Todavía no hay nada que ver.
Las fotos aparecen aquí en cuanto están coloreadas.</translation>
    </message>
    <message>
        <source>Writes the photos that were accepted, with their colours</source>
        <translation>Escribe las fotos aceptadas, con sus colores</translation>
    </message>
    <message>
        <source>{0} to review</source>
        <translation>{0} por revisar</translation>
    </message>
    <message>
        <source>{0} accepted</source>
        <translation>{0} aceptadas</translation>
    </message>
    <message>
        <source>{0} kept black-and-white</source>
        <translation>{0} en blanco y negro</translation>
    </message>
    <message>
        <source>{0} saved</source>
        <translation>{0} guardadas</translation>
    </message>
    <message>
        <source>Save {0} Accepted</source>
        <translation>Guardar {0} aceptadas</translation>
    </message>
    <message>
        <source>Save Accepted</source>
        <translation>Guardar las aceptadas</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save Colorized Photo</source>
        <extracomment>What is offered, and the suffix that a name gets with it.</extracomment>
        <translation>Guardar la foto coloreada</translation>
    </message>
    <message>
        <source>Folder for the Photo</source>
        <translation>Carpeta para la foto</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>The end of the name says the kind of file</source>
        <translation>El final del nombre indica el tipo de archivo</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>PNG and TIFF lose nothing; JPEG is small</source>
        <translation>PNG y TIFF no pierden nada; JPEG es pequeño</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Calidad</translation>
    </message>
    <message>
        <source>With 100 hardly any detail is lost and files are large; below 80 blocks can be seen</source>
        <translation>Con 100 apenas se pierde detalle y los archivos son grandes; por debajo de 80 se ven bloques</translation>
    </message>
    <message>
        <source>Give the photo a name.</source>
        <translation>Dé un nombre a la foto.</translation>
    </message>
    <message>
        <source>A name has no slashes in it; the folder is chosen apart.</source>
        <translation>Un nombre no lleva barras; la carpeta se elige aparte.</translation>
    </message>
    <message>
        <source>Tintype writes no files that end in “{0}”; choose another format.</source>
        <translation>Tintype no escribe archivos que terminen en «{0}»; elija otro formato.</translation>
    </message>
    <message>
        <source>This folder is not there any more; choose another one.</source>
        <translation>Esta carpeta ya no está; elija otra.</translation>
    </message>
    <message>
        <source>There is such a file; the photo is saved as “{0}”.</source>
        <translation>Ya hay un archivo así; la foto se guarda como «{0}».</translation>
    </message>
    <message>
        <source>The photo is saved as “{0}”.</source>
        <translation>La foto se guarda como «{0}».</translation>
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
        <source>Folder for the Results</source>
        <translation>Carpeta para los resultados</translation>
    </message>
    <message>
        <source>Beside each original</source>
        <translation>Junto a cada original</translation>
    </message>
    <message>
        <source>Choose a Folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Beside the Original</source>
        <translation>Junto al original</translation>
    </message>
    <message>
        <source>Save &amp;into</source>
        <translation>Guardar &amp;en</translation>
    </message>
    <message>
        <source>Where Save puts the colorized photos</source>
        <translation>Dónde pone «Guardar» las fotos coloreadas</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Nombres</translation>
    </message>
    <message>
        <source>What Save calls the photos: {name}, {parent} and {date} are filled in</source>
        <translation>Cómo llama «Guardar» a las fotos: {name}, {parent} y {date} se rellenan</translation>
    </message>
    <message>
        <source>Save &amp;as</source>
        <translation>Guardar &amp;como</translation>
    </message>
    <message>
        <source>In which kind of file results are written; “Same” writes a TIFF of a TIFF</source>
        <translation>En qué tipo de archivo se escriben los resultados; «Como el original» hace un TIFF de un TIFF</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>&amp;Profundidad</translation>
    </message>
    <message>
        <source>16 bits keep finer steps of light and need twice the space; JPEG and WebP have 8</source>
        <translation>16 bits guardan pasos de luz más finos y ocupan el doble; JPEG y WebP tienen 8</translation>
    </message>
    <message>
        <source>&amp;Quality of JPEG and WebP</source>
        <translation>&amp;Calidad de JPEG y WebP</translation>
    </message>
    <message>
        <source>With 100 hardly any detail is lost and files are large; below 80 blocks can be seen</source>
        <translation>Con 100 apenas se pierde detalle y los archivos son grandes; por debajo de 80 se ven bloques</translation>
    </message>
    <message>
        <source>Every pixel stays as it is; such files are several times larger</source>
        <translation>Cada píxel queda como está; esos archivos son varias veces más grandes</translation>
    </message>
    <message>
        <source>Compression of &amp;TIFF</source>
        <translation>Compresión de &amp;TIFF</translation>
    </message>
    <message>
        <source>How TIFF files are made smaller; the picture is the same with each</source>
        <translation>Cómo se reducen los archivos TIFF; la imagen es igual con todas</translation>
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
    <message>
        <source>“Scan 12.jpg” becomes “{0}”.</source>
        <translation>«Scan 12.jpg» pasa a ser «{0}».</translation>
    </message>
</context>
<context>
    <name>ScribblingController</name>
    <message>
        <source>Predicted Colours</source>
        <translation>Colores previstos</translation>
    </message>
    <message>
        <source>Guess No Colours</source>
        <translation>No adivinar colores</translation>
    </message>
</context>
<context>
    <name>ScribblingPresenter</name>
    <message>
        <source>No colours are guessed here that could follow your points</source>
        <translation>Aquí no se adivinan colores que pudieran seguir a sus puntos</translation>
    </message>
    <message>
        <source>This model cannot be told colours, so only what you point at can change</source>
        <translation>A este modelo no se le pueden decir colores; solo puede cambiar lo que usted señala</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>{0}, in use: {1}</source>
        <translation>{0}, en uso: {1}</translation>
    </message>
    <message>
        <source>{0}, in use</source>
        <translation>{0}, en uso</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>&quot;{name}&quot; is no recipe of this version of Tintype; choose another file.</source>
        <translation>«{name}» no es una receta de esta versión de Tintype; elija otro archivo.</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; holds no colours of this version of Tintype; choose another file.</source>
        <translation>«{path}» no contiene colores de esta versión de Tintype; elija otro archivo.</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; holds no recipe of Tintype; open the original photo instead.</source>
        <translation>«{path}» no contiene ninguna receta de Tintype; abra en su lugar la foto original.</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; is a folder, not a photo; choose the photos in it.</source>
        <translation>«{path}» es una carpeta y no una foto; elija las fotos que contiene.</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; is no colour profile of a display; choose its .icc or .icm file.</source>
        <translation>«{path}» no es un perfil de color de una pantalla; elija su archivo .icc o .icm.</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; is too large for a file of colours; choose another.</source>
        <translation>«{path}» es demasiado grande para un archivo de colores; elija otro.</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; is too large for a recipe; choose another file.</source>
        <translation>«{path}» es demasiado grande para una receta; elija otro archivo.</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 página</translation>
    </message>
    <message>
        <source>A cluster needs Ray, which is not installed; install Tintype with it: pipx install tintype[cluster].</source>
        <translation>Un clúster necesita Ray, que no está instalado; instale Tintype con él: pipx install tintype[cluster].</translation>
    </message>
    <message>
        <source>A network of the architecture {architecture} has an output stride of 4, and its second one is of the architecture {tokens}.</source>
        <translation>Una red de la arquitectura {architecture} tiene un paso de salida de 4, y la segunda es de la arquitectura {tokens}.</translation>
    </message>
    <message>
        <source>A network of the architecture {architecture} has an output stride of 8.</source>
        <translation>Una red de la arquitectura {architecture} tiene un paso de salida de 8.</translation>
    </message>
    <message>
        <source>A network of the architecture {architecture}, and no other, holds a second one.</source>
        <translation>Una red de la arquitectura {architecture}, y ninguna otra, contiene una segunda.</translation>
    </message>
    <message>
        <source>Checkpoints are opened with spandrel (MIT) and spandrel-extra-arches. The latter is MIT, too, but holds networks under licences of their own, some of which forbid commercial use; DDColor&apos;s is Apache-2.0.</source>
        <translation>Los checkpoints se abren con spandrel (MIT) y spandrel-extra-arches. Este último también es MIT, pero contiene redes con licencias propias, algunas de las cuales prohíben el uso comercial; la de DDColor es Apache-2.0.</translation>
    </message>
    <message>
        <source>Done before: &quot;{output}&quot;.</source>
        <translation>Ya hecha antes: «{output}».</translation>
    </message>
    <message>
        <source>In the name &quot;{text}&quot; a brace is missing; write fields like {{name}}.</source>
        <translation>En el nombre «{text}» falta una llave; escriba los campos como {{name}}.</translation>
    </message>
    <message>
        <source>In the name &quot;{text}&quot; a field has more than its name; write it like {{name}}.</source>
        <translation>En el nombre «{text}» un campo tiene algo más que su nombre; escríbalo como {{name}}.</translation>
    </message>
    <message>
        <source>It ended before its network was loaded.</source>
        <translation>Terminó antes de que su red estuviera cargada.</translation>
    </message>
    <message>
        <source>Kept black-and-white; nothing was written.</source>
        <translation>Se mantiene en blanco y negro; no se ha escrito nada.</translation>
    </message>
    <message>
        <source>L*, a* and b*</source>
        <translation>L*, a* y b*</translation>
    </message>
    <message>
        <source>No models can be opened here.</source>
        <translation>Aquí no se pueden abrir modelos.</translation>
    </message>
    <message>
        <source>ONNX networks need onnxruntime, which is not installed; get it with: pip install tintype[models].</source>
        <translation>Las redes ONNX necesitan onnxruntime, que no está instalado; consígalo con: pip install tintype[models].</translation>
    </message>
    <message>
        <source>Photos cannot be reviewed first without a journal; choose an output folder.</source>
        <translation>Sin un diario no se pueden revisar primero las fotos; elija una carpeta de salida.</translation>
    </message>
    <message>
        <source>PyTorch checkpoints need PyTorch, without which this installation comes; install Tintype with pipx: pipx install tintype[checkpoints].</source>
        <translation>Los checkpoints de PyTorch necesitan PyTorch, que esta instalación no incluye; instale Tintype con pipx: pipx install tintype[checkpoints].</translation>
    </message>
    <message>
        <source>PyTorch checkpoints need spandrel and spandrel-extra-arches, which are not installed; get them with: pip install tintype[checkpoints].</source>
        <translation>Los checkpoints de PyTorch necesitan spandrel y spandrel-extra-arches, que no están instalados; consígalos con: pip install tintype[checkpoints].</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RGB</translation>
    </message>
    <message>
        <source>Results cannot be written to &quot;{folder}&quot; ({reason}); check the address and the keys, or choose another place.</source>
        <translation>No se pueden escribir resultados en «{folder}» ({reason}); compruebe la dirección y las claves, o elija otro lugar.</translation>
    </message>
    <message>
        <source>The colours &quot;{path}&quot; are damaged; choose another file.</source>
        <translation>Los colores «{path}» están dañados; elija otro archivo.</translation>
    </message>
    <message>
        <source>The colours &quot;{path}&quot; could not be read; check its name and folder.</source>
        <translation>No se pudieron leer los colores «{path}»; compruebe el nombre y la carpeta.</translation>
    </message>
    <message>
        <source>The colours could not be written to &quot;{path}&quot;; choose another folder.</source>
        <translation>No se pudieron escribir los colores en «{path}»; elija otra carpeta.</translation>
    </message>
    <message>
        <source>The decoder&apos;s widths must be multiples of its attention heads.</source>
        <translation>Los anchos del decodificador deben ser múltiplos de sus cabezas de atención.</translation>
    </message>
    <message>
        <source>The disk of the folder &quot;{output}&quot; is full; free some space and go on.</source>
        <translation>El disco de la carpeta «{output}» está lleno; libere espacio y continúe.</translation>
    </message>
    <message>
        <source>The disk of the node &quot;{node}&quot; is full ({folder}); free some space there and go on.</source>
        <translation>El disco del nodo «{node}» está lleno ({folder}); libere espacio allí y continúe.</translation>
    </message>
    <message>
        <source>The disk with the journal &quot;{path}&quot; is full; free some space and go on.</source>
        <translation>El disco con el diario «{path}» está lleno; libere espacio y continúe.</translation>
    </message>
    <message>
        <source>The file &quot;{path}&quot; is empty; choose another photo.</source>
        <translation>El archivo «{path}» está vacío; elija otra foto.</translation>
    </message>
    <message>
        <source>The file &quot;{path}&quot; is not a photo that Tintype knows; open a JPEG, PNG, TIFF, WebP or BMP file, for example.</source>
        <translation>El archivo «{path}» no es una foto que Tintype conozca; abra, por ejemplo, un archivo JPEG, PNG, TIFF, WebP o BMP.</translation>
    </message>
    <message>
        <source>The folder &quot;{folder}&quot; cannot be read ({reason}).</source>
        <translation>No se puede leer la carpeta «{folder}» ({reason}).</translation>
    </message>
    <message>
        <source>The folder &quot;{root}&quot; cannot be read any more ({reason}); bring it back and go on.</source>
        <translation>Ya no se puede leer la carpeta «{root}» ({reason}); vuelva a ponerla a disposición y continúe.</translation>
    </message>
    <message>
        <source>The graphics card had too little memory; this photo was colorized on the processor.</source>
        <translation>La tarjeta gráfica no tenía memoria suficiente; esta foto se coloreó en el procesador.</translation>
    </message>
    <message>
        <source>The head of the cluster cannot be reached any more ({reason}); start it and go on.</source>
        <translation>Ya no se puede alcanzar el nodo principal del clúster ({reason}); inícielo y continúe.</translation>
    </message>
    <message>
        <source>The header of {path} cannot be read: {reason}.</source>
        <translation>No se puede leer la cabecera de {path}: {reason}.</translation>
    </message>
    <message>
        <source>The header of {path} cannot be read; export it again.</source>
        <translation>No se puede leer la cabecera de {path}; exporte el archivo de nuevo.</translation>
    </message>
    <message>
        <source>The journal &quot;{path}&quot; cannot be written ({reason}); check the folder and its permissions.</source>
        <translation>No se puede escribir el diario «{path}» ({reason}); compruebe la carpeta y sus permisos.</translation>
    </message>
    <message>
        <source>The journal &quot;{path}&quot; is damaged: {count} of its {all} entries can be read and are used; a copy is kept as &quot;{copy}&quot;.</source>
        <translation>El diario «{path}» está dañado: {count} de sus {all} entradas se pueden leer y se usan; se conserva una copia como «{copy}».</translation>
    </message>
    <message>
        <source>The journal &quot;{path}&quot; was written by another version of Tintype; use that one, or move the journal away.</source>
        <translation>El diario «{path}» lo escribió otra versión de Tintype; use aquella o mueva el diario a otro sitio.</translation>
    </message>
    <message>
        <source>The model &quot;{name}&quot; is not at {path} any more; put its file back, or add it again.</source>
        <translation>El modelo «{name}» ya no está en {path}; devuelva el archivo a su sitio o añádalo de nuevo.</translation>
    </message>
    <message>
        <source>The models shelf &quot;{path}&quot; cannot be written ({reason}).</source>
        <translation>No se puede escribir el estante de modelos «{path}» ({reason}).</translation>
    </message>
    <message>
        <source>The name &quot;{text}&quot; begins with a dot, so its files would be hidden.</source>
        <translation>El nombre «{text}» empieza por un punto; sus archivos quedarían ocultos.</translation>
    </message>
    <message>
        <source>The name &quot;{text}&quot; has the unknown field {{{field}}}; there are {known}.</source>
        <translation>El nombre «{text}» tiene el campo desconocido {{{field}}}; existen {known}.</translation>
    </message>
    <message>
        <source>The name &quot;{text}&quot; has {character} in it, which file names must not have.</source>
        <translation>El nombre «{text}» contiene {character}, que no puede figurar en un nombre de archivo.</translation>
    </message>
    <message>
        <source>The name &quot;{text}&quot; would be the same for all photos; add {{name}} or {{counter}}.</source>
        <translation>El nombre «{text}» sería igual para todas las fotos; añada {{name}} o {{counter}}.</translation>
    </message>
    <message>
        <source>The network answers with the shape {shape}, not with {wanted} planes of a picture.</source>
        <translation>La red responde con la forma {shape}, no con {wanted} planos de una imagen.</translation>
    </message>
    <message>
        <source>The network cannot be moved to {device}: {reason}.</source>
        <translation>No se puede trasladar la red a {device}: {reason}.</translation>
    </message>
    <message>
        <source>The network description is not one that this version knows: {reason}.</source>
        <translation>Esta versión no conoce la descripción de la red: {reason}.</translation>
    </message>
    <message>
        <source>The network does not run on the graphics card here; the processor is used.</source>
        <translation>La red no funciona aquí en la tarjeta gráfica; se usa el procesador.</translation>
    </message>
    <message>
        <source>The network failed on this photo: {reason}.</source>
        <translation>La red ha fallado con esta foto: {reason}.</translation>
    </message>
    <message>
        <source>The network gave no usable colours for this photo; check the weights file.</source>
        <translation>La red no ha dado colores utilizables para esta foto; compruebe el archivo de pesos.</translation>
    </message>
    <message>
        <source>The network gives no numbers for a test picture; its file is of no use.</source>
        <translation>La red no da números para una imagen de prueba; el archivo no sirve.</translation>
    </message>
    <message>
        <source>The network is of the architecture {architecture}; this version knows {known}.</source>
        <translation>La red es de la arquitectura {architecture}; esta versión conoce {known}.</translation>
    </message>
    <message>
        <source>The network of {path} takes no hints; choose other weights.</source>
        <translation>La red de {path} no admite indicaciones; elija otros pesos.</translation>
    </message>
    <message>
        <source>The network&apos;s bins, widths and heads must be 1 to {most}.</source>
        <translation>Las clases, los anchos y las cabezas de la red deben estar entre 1 y {most}.</translation>
    </message>
    <message>
        <source>The network&apos;s depths must be 0 to {most}.</source>
        <translation>Las profundidades de la red deben estar entre 0 y {most}.</translation>
    </message>
    <message>
        <source>The node &quot;{node}&quot; cannot open the network: {reason}</source>
        <translation>El nodo «{node}» no puede abrir la red: {reason}</translation>
    </message>
    <message>
        <source>The node &quot;{node}&quot; does not see the folder &quot;{folder}&quot;; mount it there by the same name.</source>
        <translation>El nodo «{node}» no ve la carpeta «{folder}»; móntela allí con el mismo nombre.</translation>
    </message>
    <message>
        <source>The node &quot;{node}&quot; has Tintype {found} and the command has {wanted}; install the same there.</source>
        <translation>El nodo «{node}» tiene Tintype {found} y la orden tiene {wanted}; instale allí la misma versión.</translation>
    </message>
    <message>
        <source>The node &quot;{node}&quot; has other weights ({found}) than the command ({wanted}); copy the same there.</source>
        <translation>El nodo «{node}» tiene otros pesos ({found}) que la orden ({wanted}); copie allí los mismos.</translation>
    </message>
    <message>
        <source>The original &quot;{name}&quot; of &quot;{path}&quot; was not found unchanged; put it into the same folder.</source>
        <translation>No se ha encontrado sin cambios el original «{name}» de «{path}»; póngalo en la misma carpeta.</translation>
    </message>
    <message>
        <source>The output folder &quot;{output}&quot; cannot be made ({reason}); choose another one.</source>
        <translation>No se puede crear la carpeta de salida «{output}» ({reason}); elija otra.</translation>
    </message>
    <message>
        <source>The output folder &quot;{output}&quot; cannot be written to any more ({reason}); allow it, or choose another one, and go on.</source>
        <translation>Ya no se puede escribir en la carpeta de salida «{output}» ({reason}); permítalo o elija otra, y continúe.</translation>
    </message>
    <message>
        <source>The output folder &quot;{output}&quot; is gone; bring it back and go on.</source>
        <translation>La carpeta de salida «{output}» ha desaparecido; vuelva a ponerla a disposición y continúe.</translation>
    </message>
    <message>
        <source>The photo &quot;{path}&quot; could not be read ({reason}); check the drive and try again.</source>
        <translation>No se ha podido leer la foto «{path}» ({reason}); compruebe la unidad e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The photo &quot;{path}&quot; does not exist; check its name and folder.</source>
        <translation>La foto «{path}» no existe; compruebe su nombre y su carpeta.</translation>
    </message>
    <message>
        <source>The photo &quot;{path}&quot; does not fit into memory; close other programs or open a smaller copy.</source>
        <translation>La foto «{path}» no cabe en la memoria; cierre otros programas o abra una copia más pequeña.</translation>
    </message>
    <message>
        <source>The photo &quot;{path}&quot; has 1 page, so there is no page {page}; choose another page.</source>
        <translation>La foto «{path}» tiene 1 página, así que no hay página {page}; elija otra.</translation>
    </message>
    <message>
        <source>The photo &quot;{path}&quot; is damaged or cut off and cannot be decoded; copy it again from where it came from.</source>
        <translation>La foto «{path}» está dañada o cortada y no se puede descodificar; cópiela de nuevo desde su lugar de origen.</translation>
    </message>
    <message>
        <source>The photo &quot;{path}&quot; may not be read; ask its owner for permission to read it.</source>
        <translation>No se permite leer la foto «{path}»; pida permiso de lectura a su propietario.</translation>
    </message>
    <message>
        <source>The photo &quot;{path}&quot; {reason}.</source>
        <translation>La foto «{path}» {reason}.</translation>
    </message>
    <message>
        <source>The photo &quot;{source}&quot; can be read here and not on the node &quot;{node}&quot; ({reason}); mount the storage there by the same name.</source>
        <translation>La foto «{source}» se puede leer aquí y no en el nodo «{node}» ({reason}); monte allí el almacenamiento con el mismo nombre.</translation>
    </message>
    <message>
        <source>The photo &quot;{source}&quot; does not fit into memory; close other programs and try again.</source>
        <translation>La foto «{source}» no cabe en la memoria; cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The photo &quot;{source}&quot; was not colorized ({reason}); try again.</source>
        <translation>La foto «{source}» no se ha coloreado ({reason}); inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The photo &quot;{source}&quot; was not colorized because of a fault in Tintype ({kind}: {reason}).</source>
        <translation>La foto «{source}» no se ha coloreado por un fallo de Tintype ({kind}: {reason}).</translation>
    </message>
    <message>
        <source>The photo &quot;{source}&quot; was not colorized, because {count} workers were lost with it; it may need more memory than a node has.</source>
        <translation>La foto «{source}» no se coloreó, porque se perdieron {count} procesos con ella; quizá necesite más memoria de la que tiene un nodo.</translation>
    </message>
    <message>
        <source>The photo &quot;{source}&quot;, or the model, is not the one that was accepted; look at it again.</source>
        <translation>La foto «{source}», o el modelo, no es la que se aceptó; vuelva a mirarla.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because &quot;{folder}&quot; is not a folder; choose another one.</source>
        <translation>La foto «{target}» no se ha guardado, porque «{folder}» no es una carpeta; elija otra.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because a {target_format} file cannot keep its transparency; use .png, .tif or .webp.</source>
        <translation>La foto «{target}» no se ha guardado, porque un archivo {target_format} no puede conservar su transparencia; use .png, .tif o .webp.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because a {target_format} file is at most {limit} pixels wide and high; use .tif or .png.</source>
        <translation>La foto «{target}» no se ha guardado, porque un archivo {target_format} tiene como máximo {limit} píxeles de ancho y alto; use .tif o .png.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because it could not be encoded as {target_format}; choose another format.</source>
        <translation>La foto «{target}» no se ha guardado, porque no se pudo codificar como {target_format}; elija otro formato.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because its name is too long; choose a shorter one.</source>
        <translation>La foto «{target}» no se ha guardado, porque su nombre es demasiado largo; elija uno más corto.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because its source has no RGB profile that colours can be converted to; choose sRGB.</source>
        <translation>La foto «{target}» no se ha guardado, porque su original no tiene un perfil RGB al que se puedan convertir los colores; elija sRGB.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because its suffix names no format that Tintype writes; use .jpg, .png, .tif, .webp or .bmp.</source>
        <translation>La foto «{target}» no se ha guardado, porque su extensión no corresponde a ningún formato que Tintype escriba; use .jpg, .png, .tif, .webp o .bmp.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because memory ran out; close other programs and try again.</source>
        <translation>La foto «{target}» no se ha guardado, porque se agotó la memoria; cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because the disk is full; free some space or choose another folder.</source>
        <translation>La foto «{target}» no se ha guardado, porque el disco está lleno; libere espacio o elija otra carpeta.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because the drive does not take files of that size; choose another drive.</source>
        <translation>La foto «{target}» no se ha guardado, porque la unidad no admite archivos de ese tamaño; elija otra unidad.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because the drive reported an error ({reason}); check it and try again.</source>
        <translation>La foto «{target}» no se ha guardado, porque la unidad comunicó un error ({reason}); compruébela e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because the folder &quot;{folder}&quot; does not exist; create it or choose another one.</source>
        <translation>La foto «{target}» no se ha guardado, porque la carpeta «{folder}» no existe; créela o elija otra.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because the folder &quot;{folder}&quot; may not be written to; choose another one.</source>
        <translation>La foto «{target}» no se ha guardado, porque no se permite escribir en la carpeta «{folder}»; elija otra.</translation>
    </message>
    <message>
        <source>The photo &quot;{target}&quot; was not saved, because what was written could not be read back unchanged; check the drive and try again.</source>
        <translation>La foto «{target}» no se ha guardado, porque lo escrito no se pudo volver a leer sin cambios; compruebe la unidad e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The photo lay on its side and was turned to the left.</source>
        <translation>La foto estaba tumbada y se giró a la izquierda.</translation>
    </message>
    <message>
        <source>The photo lay on its side and was turned to the right.</source>
        <translation>La foto estaba tumbada y se giró a la derecha.</translation>
    </message>
    <message>
        <source>The photo stood on its head and was turned round.</source>
        <translation>La foto estaba cabeza abajo y se le dio la vuelta.</translation>
    </message>
    <message>
        <source>The photo was in colour already and kept its own colours.</source>
        <translation>La foto ya era en color y conservó sus propios colores.</translation>
    </message>
    <message>
        <source>The photo was in colour already; only its lightness was used.</source>
        <translation>La foto ya era en color; solo se usó su luminosidad.</translation>
    </message>
    <message>
        <source>The photo {reason}.</source>
        <translation>La foto {reason}.</translation>
    </message>
    <message>
        <source>The photo&apos;s EXIF is damaged and not kept.</source>
        <translation>Los datos EXIF de la foto están dañados y no se conservan.</translation>
    </message>
    <message>
        <source>The photo&apos;s EXIF is damaged; what could be read of it is kept.</source>
        <translation>Los datos EXIF de la foto están dañados; se conserva lo que se ha podido leer.</translation>
    </message>
    <message>
        <source>The photo&apos;s XMP is not kept, because {reason}.</source>
        <translation>Los datos XMP de la foto no se conservan: {reason}.</translation>
    </message>
    <message>
        <source>The photo&apos;s colour profile cannot be followed; sRGB was assumed.</source>
        <translation>El perfil de color de la foto no se puede aplicar; se ha supuesto sRGB.</translation>
    </message>
    <message>
        <source>The photo&apos;s colour profile is damaged or of an unknown kind; sRGB was assumed.</source>
        <translation>El perfil de color de la foto está dañado o es de un tipo desconocido; se ha supuesto sRGB.</translation>
    </message>
    <message>
        <source>The photo&apos;s colour profile is for CMYK and its samples are not; sRGB was assumed.</source>
        <translation>El perfil de color de la foto es para CMYK y sus valores no lo son; se supuso sRGB.</translation>
    </message>
    <message>
        <source>The photo&apos;s colour profile is for gray and its samples are in colour; sRGB was assumed.</source>
        <translation>El perfil de color de la foto es para gris y sus muestras son en color; se ha supuesto sRGB.</translation>
    </message>
    <message>
        <source>The process that colorized &quot;{source}&quot; has ended; it may need more memory than there is. Try again with fewer photos at a time.</source>
        <translation>El proceso que coloreaba «{source}» ha terminado; puede que necesite más memoria de la que hay. Inténtelo con menos fotos a la vez.</translation>
    </message>
    <message>
        <source>The recipe &quot;{name}&quot; cannot be followed ({reason}); perhaps a newer version of Tintype made it.</source>
        <translation>No se puede seguir la receta «{name}» ({reason}); quizá la hizo una versión más reciente de Tintype.</translation>
    </message>
    <message>
        <source>The recipe &quot;{name}&quot; is damaged; choose another file.</source>
        <translation>La receta «{name}» está dañada; elija otro archivo.</translation>
    </message>
    <message>
        <source>The recipe &quot;{path}&quot; could not be read; check its name and folder.</source>
        <translation>No se ha podido leer la receta «{path}»; compruebe su nombre y su carpeta.</translation>
    </message>
    <message>
        <source>The reference photo of this recipe is damaged; choose it again.</source>
        <translation>La foto de referencia de esta receta está dañada; elíjala de nuevo.</translation>
    </message>
    <message>
        <source>The report &quot;{path}&quot; has no known suffix; name it .json or .csv.</source>
        <translation>El informe «{path}» no tiene una extensión conocida; use .json o .csv.</translation>
    </message>
    <message>
        <source>The result is a PNG, because a {target_format} file cannot keep {lost}.</source>
        <translation>El resultado es un PNG, porque un archivo {target_format} no puede conservar {lost}.</translation>
    </message>
    <message>
        <source>The results need about {needed}, and the disk of the folder &quot;{output}&quot; has {free} free; free some space or choose another folder.</source>
        <translation>Los resultados necesitan unos {needed} y el disco de la carpeta «{output}» tiene {free} libres; libere espacio o elija otra carpeta.</translation>
    </message>
    <message>
        <source>The tensor {name} does not fit into 16 bits; the training has gone wrong.</source>
        <translation>El tensor {name} no cabe en 16 bits; el entrenamiento ha fallado.</translation>
    </message>
    <message>
        <source>The two networks of a pair must have the same bins and colour space.</source>
        <translation>Las dos redes de un par deben tener las mismas clases de color y el mismo espacio de color.</translation>
    </message>
    <message>
        <source>The weights are not those of the run any more.</source>
        <translation>Los pesos ya no son los de la ejecución.</translation>
    </message>
    <message>
        <source>The weights file {path} cannot be written: {reason}.</source>
        <translation>No se puede escribir el archivo de pesos {path}: {reason}.</translation>
    </message>
    <message>
        <source>The work on this photo is not kept.</source>
        <translation>El trabajo en esta foto no se guarda.</translation>
    </message>
    <message>
        <source>There are no photos at &quot;{address}&quot;.</source>
        <translation>No hay fotos en «{address}».</translation>
    </message>
    <message>
        <source>There are no photos in the folder &quot;{root}&quot;.</source>
        <translation>No hay fotos en la carpeta «{root}».</translation>
    </message>
    <message>
        <source>There is a file &quot;{target}&quot; already.</source>
        <translation>Ya existe un archivo «{target}».</translation>
    </message>
    <message>
        <source>There is no Ray cluster at &quot;{address}&quot; that this computer belongs to ({reason}); docs/scale.md says how one is started.</source>
        <translation>No hay en «{address}» ningún clúster de Ray al que pertenezca este ordenador ({reason}); docs/scale.md dice cómo se inicia uno.</translation>
    </message>
    <message>
        <source>There is no device called {name}; choose one of {known}.</source>
        <translation>No hay ningún dispositivo llamado {name}; elija uno de {known}.</translation>
    </message>
    <message>
        <source>There is no model &quot;{name}&quot; on the shelf.</source>
        <translation>No hay ningún modelo «{name}» en el estante.</translation>
    </message>
    <message>
        <source>There is no picture to colorize; open another photo.</source>
        <translation>No hay ninguna imagen que colorear; abra otra foto.</translation>
    </message>
    <message>
        <source>There is no weights file {path} and no model of that name on the shelf; check the name.</source>
        <translation>No hay un archivo de pesos {path} ni un modelo con ese nombre en el estante; compruebe el nombre.</translation>
    </message>
    <message>
        <source>There is no weights file {path}; check the path.</source>
        <translation>No existe el archivo de pesos {path}; compruebe la ruta.</translation>
    </message>
    <message>
        <source>There is nothing at &quot;{address}&quot;; check it.</source>
        <translation>No hay nada en «{address}»; compruebe la dirección.</translation>
    </message>
    <message>
        <source>There is too little memory to colorize this photo; close other programs and try again.</source>
        <translation>No hay memoria suficiente para colorear esta foto; cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This batch has been started already; start a new one.</source>
        <translation>Este lote ya se ha iniciado; inicie uno nuevo.</translation>
    </message>
    <message>
        <source>This model does not see what is alike, so the reference photo&apos;s colours follow brightness.</source>
        <translation>Este modelo no ve lo que se parece; por eso los colores de la foto de referencia siguen el brillo.</translation>
    </message>
    <message>
        <source>This network enlarges photos ({taken} pixels to {given}); it does not colorize.</source>
        <translation>Esta red amplía fotos (de {taken} píxeles a {given}); no colorea.</translation>
    </message>
    <message>
        <source>This network gives gray pictures for gray ones; it does something else than to colorize.</source>
        <translation>Esta red da imágenes grises para imágenes grises; hace otra cosa que colorear.</translation>
    </message>
    <message>
        <source>This network is no colorizer: it takes {taken} and gives {given}.</source>
        <translation>Esta red no colorea: toma {taken} y da {given}.</translation>
    </message>
    <message>
        <source>Tintype is at work in the folder &quot;{folder}&quot; already; wait for it to finish.</source>
        <translation>Tintype ya está trabajando en la carpeta «{folder}»; espere a que termine.</translation>
    </message>
    <message>
        <source>Tintype&apos;s own files are missing from {root}; install the program again.</source>
        <translation>En {root} faltan archivos del propio Tintype; instale de nuevo el programa.</translation>
    </message>
    <message>
        <source>What is kept for the review needs about {needed}, and the disk of the folder &quot;{folder}&quot; has {free} free; free some space.</source>
        <translation>Lo que se guarda para la revisión necesita unos {needed} y el disco de la carpeta «{folder}» tiene {free} libres; libere espacio.</translation>
    </message>
    <message>
        <source>a palette</source>
        <translation>una paleta</translation>
    </message>
    <message>
        <source>a part of its extension is missing</source>
        <translation>falta una parte de su extensión</translation>
    </message>
    <message>
        <source>a tag has no end</source>
        <translation>una etiqueta no tiene fin</translation>
    </message>
    <message>
        <source>a value of type {kind} cannot be stored</source>
        <translation>un valor de tipo {kind} no se puede guardar</translation>
    </message>
    <message>
        <source>a* and b*</source>
        <translation>a* y b*</translation>
    </message>
    <message>
        <source>a* and b* from 0 to 255</source>
        <translation>a* y b* de 0 a 255</translation>
    </message>
    <message>
        <source>a* and b* from −1 to 1, for 110</source>
        <translation>a* y b* de −1 a 1, para 110</translation>
    </message>
    <message>
        <source>a* and b* from −1 to 1, for 128</source>
        <translation>a* y b* de −1 a 1, para 128</translation>
    </message>
    <message>
        <source>claims {megapixels} megapixels, but holds far too little data for them; it is cut off, or no photo</source>
        <translation>dice tener {megapixels} megapíxeles, pero contiene muy pocos datos para ellos; está cortada o no es una foto</translation>
    </message>
    <message>
        <source>does not say its colour space; {name} was assumed</source>
        <translation>no indica su espacio de color; se ha supuesto {name}</translation>
    </message>
    <message>
        <source>gray from 0 to 1</source>
        <translation>gris de 0 a 1</translation>
    </message>
    <message>
        <source>gray from 0 to 255</source>
        <translation>gris de 0 a 255</translation>
    </message>
    <message>
        <source>gray from black to white</source>
        <translation>gris de negro a blanco</translation>
    </message>
    <message>
        <source>gray from white to black</source>
        <translation>gris de blanco a negro</translation>
    </message>
    <message>
        <source>gray from −1 to 1</source>
        <translation>gris de −1 a 1</translation>
    </message>
    <message>
        <source>gray with ImageNet&apos;s mean taken off</source>
        <translation>gris sin la media de ImageNet</translation>
    </message>
    <message>
        <source>has a broken chain of pages; those that are whole can be opened</source>
        <translation>tiene una cadena de páginas rota; las que están enteras se pueden abrir</translation>
    </message>
    <message>
        <source>has a colour map of 8 bits where one of 16 belongs; it was read as such</source>
        <translation>tiene una tabla de colores de 8 bits en vez de 16; se ha leído como tal</translation>
    </message>
    <message>
        <source>has a colour profile of which a part is missing; sRGB was assumed</source>
        <translation>tiene un perfil de color al que le falta una parte; se ha supuesto sRGB</translation>
    </message>
    <message>
        <source>has a colour profile that its decoder does not tell; sRGB was assumed</source>
        <translation>tiene un perfil de color que su descodificador no revela; se ha supuesto sRGB</translation>
    </message>
    <message>
        <source>has a directory that cannot be read; its page was left out</source>
        <translation>tiene un directorio que no se puede leer; se ha omitido su página</translation>
    </message>
    <message>
        <source>has a few samples far beyond all others; they were cut off</source>
        <translation>tiene unos pocos valores muy alejados de los demás; se han recortado</translation>
    </message>
    <message>
        <source>has a segment ({name}) that is too short; it was passed over</source>
        <translation>tiene un segmento ({name}) demasiado corto; se ha pasado por alto</translation>
    </message>
    <message>
        <source>has a segment of no length; it was passed over</source>
        <translation>tiene un segmento sin longitud; se ha pasado por alto</translation>
    </message>
    <message>
        <source>has a wrong or missing checksum; its picture is whole</source>
        <translation>tiene una suma de comprobación errónea o ausente; la imagen está completa</translation>
    </message>
    <message>
        <source>has an alpha channel that is clear everywhere; it was passed over</source>
        <translation>tiene un canal alfa transparente en todas partes; se ha pasado por alto</translation>
    </message>
    <message>
        <source>has samples of {bits} bits that use far fewer; 0 to {high} was taken as black to white</source>
        <translation>tiene valores de {bits} bits que usan muchos menos; se tomó de 0 a {high} como de negro a blanco</translation>
    </message>
    <message>
        <source>is a BMP of OS/2 in a coding that Tintype does not know; save it as PNG</source>
        <translation>es un BMP de OS/2 en una codificación que Tintype no conoce; guárdela como PNG</translation>
    </message>
    <message>
        <source>is a BMP of {bits} bits in the coding {coding}, which Tintype does not know; save it as PNG</source>
        <translation>es un BMP de {bits} bits en la codificación {coding}, que Tintype no conoce; guárdela como PNG</translation>
    </message>
    <message>
        <source>is a JPEG 2000 file in an unusual colour space ({space}); save it as RGB and open that</source>
        <translation>es un archivo JPEG 2000 en un espacio de color poco común ({space}); guárdelo como RGB y ábralo</translation>
    </message>
    <message>
        <source>is a JPEG 2000 file of {count} channels; save it as gray or RGB and open that</source>
        <translation>es un archivo JPEG 2000 de {count} canales; guárdelo como gris o RGB y ábralo</translation>
    </message>
    <message>
        <source>is a JPEG-LS, which Tintype does not decode; save it as PNG or TIFF</source>
        <translation>es un JPEG-LS, que Tintype no descodifica; guárdelo como PNG o TIFF</translation>
    </message>
    <message>
        <source>is a PNG of the kind that Apple&apos;s programs alone read; save it as an ordinary PNG and open that</source>
        <translation>es un PNG del tipo que solo leen los programas de Apple; guárdelo como PNG corriente y ábralo</translation>
    </message>
    <message>
        <source>is a file in the format {source_format}, of a kind that its decoder does not know, or damaged; save it as PNG or TIFF and open that</source>
        <translation>es un archivo {source_format} de un tipo que su descodificador no conoce, o está dañado; guárdelo como PNG o TIFF y ábralo</translation>
    </message>
    <message>
        <source>is cut off; its picture is whole</source>
        <translation>está cortada; su imagen está completa</translation>
    </message>
    <message>
        <source>it is forbidden</source>
        <translation>está prohibido</translation>
    </message>
    <message>
        <source>lacks its last scans; its finest details are missing</source>
        <translation>carece de sus últimas pasadas; faltan los detalles más finos</translation>
    </message>
    <message>
        <source>{count} photos lie on this scan; each has a row of its own.</source>
        <translation>En este escaneo hay {count} fotos; cada una tiene su propia fila.</translation>
    </message>
    <message>
        <source>{path} cannot be used to tell how photos lie ({reason}); install Tintype again.</source>
        <translation>Con {path} no se puede saber cómo están orientadas las fotos ({reason}); instale Tintype de nuevo.</translation>
    </message>
    <message>
        <source>{path} is of another kind than Tintype&apos;s own network, and this installation comes without PyTorch, which it needs; make an ONNX file of it where it was trained (python -m model_training export --onnx), and open that.</source>
        <translation>{path} es de otro tipo que la red propia de Tintype y necesita PyTorch, que esta instalación no incluye; conviértalo en un archivo ONNX donde se entrenó (python -m model_training export --onnx) y abra ese.</translation>
    </message>
    <message>
        <source>“Only my colours” needs SciPy, which is not here; use a Tintype that pip installed.</source>
        <translation>«Solo mis colores» necesita SciPy, que aquí falta; use un Tintype instalado con pip.</translation>
    </message>
    <message>
        <source>“{name}” has {megapixels} megapixels: it will need about {memory} GB of memory and {disk} GB of free disk space, and some minutes.</source>
        <translation>«{name}» tiene {megapixels} megapíxeles: necesitará unos {memory} GB de memoria, {disk} GB de espacio libre en el disco y algunos minutos.</translation>
    </message>
    <message>
        <source>has floating-point samples from {low} to {high}; they were cut to 0 to 1</source>
        <translation>tiene muestras de coma flotante de {low} a {high}; se han recortado a 0–1</translation>
    </message>
    <message>
        <source>&quot;{address}&quot; cannot be reached ({reason}); check the address, the network and the keys.</source>
        <translation>No se puede alcanzar «{address}» ({reason}); compruebe la dirección, la conexión y las claves.</translation>
    </message>
    <message>
        <source>&quot;{address}&quot; cannot be reached, because what reads such addresses is not installed ({reason}); install Tintype with its extra: pipx install tintype[cluster].</source>
        <translation>No se puede alcanzar «{address}», porque no está instalado lo que lee esas direcciones ({reason}); instale Tintype con su extra: pipx install tintype[cluster].</translation>
    </message>
    <message>
        <source>&quot;{address}&quot; is forbidden; give this computer, and each node, a key that may use it.</source>
        <translation>«{address}» está prohibido; dé a este ordenador, y a cada nodo, una clave que pueda usarlo.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; has no colours to give; choose a photo in colour.</source>
        <translation>«{name}» no tiene colores que dar; elija una foto en color.</translation>
    </message>
    <message>
        <source>The decoder has a width at {strides} strides, not at {count}.</source>
        <translation>El decodificador tiene un ancho en {strides} pasos, no en {count}.</translation>
    </message>
    <message>
        <source>The installed onnxruntime cannot compute on {name}; choose &quot;Automatic&quot; or &quot;Processor&quot; in the settings (--device auto or cpu).</source>
        <translation>El onnxruntime instalado no puede calcular en {name}; elija «Automático» o «Procesador» en las preferencias (--device auto o cpu).</translation>
    </message>
    <message>
        <source>The network&apos;s output stride must be {known}, not {stride}.</source>
        <translation>El paso de salida de la red debe ser {known}, no {stride}.</translation>
    </message>
    <message>
        <source>The output folder &quot;{output}&quot; cannot be written to ({reason}); allow it, or choose another one.</source>
        <translation>No se puede escribir en la carpeta de salida «{output}» ({reason}); permítalo o elija otra.</translation>
    </message>
    <message>
        <source>The output folder &quot;{output}&quot; lies in &quot;{root}&quot;, where the originals are; choose a folder outside of it, or allow it by &quot;Use This Folder Anyway&quot; (--allow-inside).</source>
        <translation>La carpeta de salida «{output}» está en «{root}», donde están los originales; elija una carpeta fuera de ella o permítalo con «Usar esta carpeta de todos modos» (--allow-inside).</translation>
    </message>
    <message>
        <source>This computer cannot compute on {name}; choose &quot;Automatic&quot; or &quot;Processor&quot; in the settings (--device auto or cpu).</source>
        <translation>Este ordenador no puede calcular en {name}; elija «Automático» o «Procesador» en las preferencias (--device auto o cpu).</translation>
    </message>
    <message>
        <source>has floating-point samples; {low} to {high} was taken as black to white</source>
        <translation>tiene muestras de coma flotante; de {low} a {high} se ha tomado como de negro a blanco</translation>
    </message>
    <message>
        <source>has long XMP that is kept in part, because {reason}</source>
        <translation>tiene datos XMP largos que se conservan en parte, porque {reason}</translation>
    </message>
    <message>
        <source>has more data in a strip than belongs there; it was left out</source>
        <translation>tiene en una tira más datos de los que le corresponden; se han omitido</translation>
    </message>
    <message>
        <source>has no colour map where one belongs; it was read without</source>
        <translation>no tiene tabla de colores donde debería haberla; se leyó sin ella</translation>
    </message>
    <message>
        <source>has no end mark; it may lack its finest details</source>
        <translation>no tiene marca de fin; quizá le falten los detalles más finos</translation>
    </message>
    <message>
        <source>has no end mark; its picture is whole</source>
        <translation>no tiene marca de fin; su imagen está completa</translation>
    </message>
    <message>
        <source>has no pixels; choose another file</source>
        <translation>no tiene píxeles; elija otro archivo</translation>
    </message>
    <message>
        <source>has no sample with a value; there is no picture in it</source>
        <translation>no tiene ninguna muestra con valor; no contiene ninguna imagen</translation>
    </message>
    <message>
        <source>has samples of {value} where nothing was measured; they are black</source>
        <translation>tiene valores de {value} donde no se midió nada; son negros</translation>
    </message>
    <message>
        <source>has samples of {value} where nothing was measured; they are white</source>
        <translation>tiene valores de {value} donde no se midió nada; son blancos</translation>
    </message>
    <message>
        <source>has samples that are no numbers; they were taken as black</source>
        <translation>tiene muestras que no son números; se han tomado como negro</translation>
    </message>
    <message>
        <source>has signed samples; {low} to {high} was taken as black to white</source>
        <translation>tiene muestras con signo; de {low} a {high} se ha tomado como de negro a blanco</translation>
    </message>
    <message>
        <source>has stray bytes between its segments; they were passed over</source>
        <translation>tiene bytes sueltos entre sus segmentos; se han pasado por alto</translation>
    </message>
    <message>
        <source>has wrong lengths of its strips; they were computed from its size</source>
        <translation>tiene longitudes de tiras erróneas; se han calculado a partir de su tamaño</translation>
    </message>
    <message>
        <source>has {bits} bits, of which {kept} could be read</source>
        <translation>tiene {bits} bits, de los que se han podido leer {kept}</translation>
    </message>
    <message>
        <source>has {count}, so there is no page {page}; choose another page</source>
        <translation>tiene {count}, así que no hay página {page}; elija otra</translation>
    </message>
    <message>
        <source>has {megapixels} megapixels, more than the {most} that Tintype opens; make a smaller copy, or raise the limit in the settings or by --max-megapixels</source>
        <translation>tiene {megapixels} megapíxeles, más de los {most} que Tintype abre; haga una copia más pequeña, o suba el límite en los ajustes o con --max-megapixels</translation>
    </message>
    <message>
        <source>holds far too little data for its size; it is cut off, or no photo</source>
        <translation>contiene demasiados pocos datos para su tamaño; está cortado o no es una foto</translation>
    </message>
    <message>
        <source>is a JPEG 2000 file with unusual samples; save it with 16 bits and open that</source>
        <translation>es un archivo JPEG 2000 con muestras inusuales; guárdelo con 16 bits y ábralo</translation>
    </message>
    <message>
        <source>is a JPEG XL of floating-point samples; save it with 16 bits and open that</source>
        <translation>es un JPEG XL de valores de coma flotante; guárdelo con 16 bits y ábralo</translation>
    </message>
    <message>
        <source>is a JPEG of {count} channels; save it as gray or RGB and open that</source>
        <translation>es un JPEG de {count} canales; guárdelo en gris o RGB y ábralo</translation>
    </message>
    <message>
        <source>is a TIFF in CIELab with unusual samples; save it as gray or RGB and open that</source>
        <translation>es un TIFF en CIELab con muestras inusuales; guárdelo en gris o RGB y ábralo</translation>
    </message>
    <message>
        <source>is a TIFF in an unusual colour space; save it as gray or RGB and open that</source>
        <translation>es un TIFF en un espacio de color inusual; guárdelo en gris o RGB y ábralo</translation>
    </message>
    <message>
        <source>is a TIFF in the compression {number}, which Tintype does not know; save it with another one</source>
        <translation>es un TIFF con la compresión {number}, que Tintype no conoce; guárdelo con otra</translation>
    </message>
    <message>
        <source>is a TIFF with an unusual kind of numbers; save it with 16 bits and open that</source>
        <translation>es un TIFF con un tipo de números poco común; guárdelo con 16 bits y abra ese</translation>
    </message>
    <message>
        <source>is a TIFF with fewer channels ({count}) than its colour space has ({wanted}); save it as gray or RGB and open that</source>
        <translation>es un TIFF con menos canales ({count}) que los de su espacio de color ({wanted}); guárdelo en gris o RGB y abra ese</translation>
    </message>
    <message>
        <source>is a TIFF without the colour map that it needs; save it as PNG and open that</source>
        <translation>es un TIFF sin la tabla de colores que necesita; guárdelo como PNG y abra ese</translation>
    </message>
    <message>
        <source>is a hierarchical JPEG, which Tintype does not decode; save it as PNG or TIFF</source>
        <translation>es un JPEG jerárquico, que Tintype no descodifica; guárdelo como PNG o TIFF</translation>
    </message>
    <message>
        <source>is an AVIF of {width} x {height} pixels, and its decoder opens at most {most} a side; save it as TIFF or PNG</source>
        <translation>es un AVIF de {width} x {height} píxeles, y su descodificador abre como mucho {most} por lado; guárdela como TIFF o PNG</translation>
    </message>
    <message>
        <source>is damaged or cut off; at least {share} % of the picture is missing</source>
        <translation>está dañada o cortada; falta al menos el {share} % de la imagen</translation>
    </message>
    <message>
        <source>is in an unusual colour space; sRGB was assumed</source>
        <translation>está en un espacio de color poco común; se ha supuesto sRGB</translation>
    </message>
    <message>
        <source>is in the format {name}, for which an addition is missing; install it with: pip install &quot;tintype[{extra}]&quot;</source>
        <translation>está en el formato {name}, para el que falta un complemento; instálelo con: pip install &quot;tintype[{extra}]&quot;</translation>
    </message>
    <message>
        <source>it cleans photos, it does not colorize</source>
        <translation>limpia fotos, no colorea</translation>
    </message>
    <message>
        <source>it declares a document type, which XMP never does</source>
        <translation>declaran un tipo de documento, lo que XMP nunca hace</translation>
    </message>
    <message>
        <source>it enlarges photos, it does not colorize</source>
        <translation>amplía fotos, no colorea</translation>
    </message>
    <message>
        <source>it fills holes in photos, it does not colorize</source>
        <translation>rellena huecos en fotos, no colorea</translation>
    </message>
    <message>
        <source>it holds no RDF</source>
        <translation>no contienen RDF</translation>
    </message>
    <message>
        <source>it is larger than 32 MB</source>
        <translation>ocupan más de 32 MB</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>están anidados demasiado profundamente</translation>
    </message>
    <message>
        <source>it is not well-formed ({reason})</source>
        <translation>no están bien formados ({reason})</translation>
    </message>
    <message>
        <source>it restores faces, it does not colorize</source>
        <translation>restaura caras, no colorea</translation>
    </message>
    <message>
        <source>its text is damaged</source>
        <translation>su texto está dañado</translation>
    </message>
    <message>
        <source>its transparency</source>
        <translation>su transparencia</translation>
    </message>
    <message>
        <source>its {depth} bits</source>
        <translation>sus {depth} bits</translation>
    </message>
    <message>
        <source>lightness L* from 0 to 100</source>
        <translation>luminosidad L* de 0 a 100</translation>
    </message>
    <message>
        <source>lightness L* from −50 to 50</source>
        <translation>luminosidad L* de −50 a 50</translation>
    </message>
    <message>
        <source>lightness from 0 to 1</source>
        <translation>luminosidad de 0 a 1</translation>
    </message>
    <message>
        <source>lightness from −1 to 1</source>
        <translation>luminosidad de −1 a 1</translation>
    </message>
    <message>
        <source>red, green and blue from 0 to 1</source>
        <translation>rojo, verde y azul de 0 a 1</translation>
    </message>
    <message>
        <source>red, green and blue from 0 to 255</source>
        <translation>rojo, verde y azul de 0 a 255</translation>
    </message>
    <message>
        <source>red, green and blue from −1 to 1</source>
        <translation>rojo, verde y azul de −1 a 1</translation>
    </message>
    <message>
        <source>red, green and blue with ImageNet&apos;s mean taken off</source>
        <translation>rojo, verde y azul sin la media de ImageNet</translation>
    </message>
    <message>
        <source>scores of 313 colours</source>
        <translation>puntuaciones de 313 colores</translation>
    </message>
    <message>
        <source>shares of 313 colours</source>
        <translation>proporciones de 313 colores</translation>
    </message>
    <message>
        <source>so many pixels</source>
        <translation>tantos píxeles</translation>
    </message>
    <message>
        <source>takes {taken}, gives {given}</source>
        <translation>toma {taken}, da {given}</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>motivo desconocido</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} páginas</translation>
    </message>
    <message>
        <source>{decoder_path} needs the encoder {encoder}…, which lies neither beside it nor in the program; copy its encoder file to the same folder.</source>
        <translation>{decoder_path} necesita el codificador {encoder}…, que no está ni a su lado ni en el programa; copie el archivo del codificador en la misma carpeta.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); choose another file.</source>
        <translation>No se puede leer {path} ({reason}); elija otro archivo.</translation>
    </message>
    <message>
        <source>{path} cannot be run: {reason}.</source>
        <translation>No se puede ejecutar {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}</source>
        <translation>{path} no se puede usar: {reason}</translation>
    </message>
    <message>
        <source>{path} does not fit into the memory of this computer; close other programs or choose a smaller network.</source>
        <translation>{path} no cabe en la memoria de este ordenador; cierre otros programas o elija una red más pequeña.</translation>
    </message>
    <message>
        <source>{path} does not fit the network that it describes: {count} tensors are missing, unknown or of another shape, the first is {first}.</source>
        <translation>{path} no corresponde a la red que describe: {count} tensores faltan, son desconocidos o tienen otra forma; el primero es {first}.</translation>
    </message>
    <message>
        <source>{path} does not hold a whole network ({reason}); copy it again.</source>
        <translation>{path} no contiene una red completa ({reason}); cópielo de nuevo.</translation>
    </message>
    <message>
        <source>{path} has class weights that make no sense; export it again.</source>
        <translation>{path} contiene pesos de clase que no tienen sentido; vuelva a exportarlo.</translation>
    </message>
    <message>
        <source>{path} has {bins} chroma bins, not {wanted}.</source>
        <translation>{path} tiene {bins} clases de color, no {wanted}.</translation>
    </message>
    <message>
        <source>{path} holds more than tensors, which could be a program; it is not opened.</source>
        <translation>{path} contiene más que tensores, podría ser un programa; no se abre.</translation>
    </message>
    <message>
        <source>{path} holds no decoder; open the file that ends in {suffix} instead.</source>
        <translation>{path} no contiene ningún decodificador; abra en su lugar el archivo que termina en {suffix}.</translation>
    </message>
    <message>
        <source>{path} holds no network; choose another file.</source>
        <translation>{path} no contiene ninguna red; elija otro archivo.</translation>
    </message>
    <message>
        <source>{path} holds no tensors; choose another file.</source>
        <translation>{path} no contiene tensores; elija otro archivo.</translation>
    </message>
    <message>
        <source>{path} holds other numbers than 16-bit floats; export it again.</source>
        <translation>{path} contiene números que no son de coma flotante de 16 bits; exporte el archivo de nuevo.</translation>
    </message>
    <message>
        <source>{path} holds the tensors of a network that is not known; convert it to ONNX, or choose another file.</source>
        <translation>{path} contiene los tensores de una red desconocida; conviértala a ONNX o elija otro archivo.</translation>
    </message>
    <message>
        <source>{path} holds {name}: {what}.</source>
        <translation>{path} contiene {name}: {what}.</translation>
    </message>
    <message>
        <source>{path} is a folder; name the weights file in it.</source>
        <translation>{path} es una carpeta; indique el archivo de pesos que contiene.</translation>
    </message>
    <message>
        <source>{path} is another file than the one that was added; add it again to use it.</source>
        <translation>{path} es otro archivo que el que se añadió; añádalo de nuevo para usarlo.</translation>
    </message>
    <message>
        <source>{path} is damaged: its hash is not the one that was stored; copy it again.</source>
        <translation>{path} está dañado: su suma de comprobación no es la guardada; copie el archivo de nuevo.</translation>
    </message>
    <message>
        <source>{path} is no weights file of this version of Tintype; export it again.</source>
        <translation>{path} no es un archivo de pesos de esta versión de Tintype; expórtelo de nuevo.</translation>
    </message>
    <message>
        <source>{path} is no whole ONNX file; copy it again.</source>
        <translation>{path} no es un archivo ONNX completo; cópielo de nuevo.</translation>
    </message>
    <message>
        <source>{path} is no whole checkpoint: {reason}.</source>
        <translation>{path} no es un checkpoint completo: {reason}.</translation>
    </message>
    <message>
        <source>{path} is no whole safetensors file: {reason}.</source>
        <translation>{path} no es un archivo safetensors completo: {reason}.</translation>
    </message>
    <message>
        <source>{path} is the checkpoint of a training; make a weights file of it with python -m model_training export.</source>
        <translation>{path} es el punto de control de un entrenamiento; conviértalo en un archivo de pesos con python -m model_training export.</translation>
    </message>
    <message>
        <source>{path} needs about {need} MB of memory, and {free} MB are free; close other programs or choose a smaller network.</source>
        <translation>{path} necesita unos {need} MB de memoria y hay {free} MB libres; cierre otros programas o elija una red más pequeña.</translation>
    </message>
    <message>
        <source>{path} needs the file &quot;{name}&quot;, which does not lie beside it; copy it to the same folder.</source>
        <translation>{path} necesita el archivo «{name}», que no está a su lado; cópielo en la misma carpeta.</translation>
    </message>
    <message>
        <source>{path} takes or gives no decimal numbers at &quot;{port}&quot;, so it is no network for pictures.</source>
        <translation>{path} no toma o no da números decimales en «{port}», así que no es una red para imágenes.</translation>
    </message>
    <message>
        <source>{path} uses an operator that the installed onnxruntime does not know: {reason}.</source>
        <translation>{path} usa un operador que el onnxruntime instalado no conoce: {reason}.</translation>
    </message>
    <message>
        <source>{path} wants to read &quot;{name}&quot;, which does not lie beside it; it is not opened.</source>
        <translation>{path} quiere leer «{name}», que no está a su lado; no se abre.</translation>
    </message>
    <message>
        <source>{place} has a type that cannot be stored</source>
        <translation>{place} tiene un tipo que no se puede guardar</translation>
    </message>
    <message>
        <source>{place} has an unknown entry {field}</source>
        <translation>{place} tiene una entrada desconocida {field}</translation>
    </message>
    <message>
        <source>{place} has an unknown value</source>
        <translation>{place} tiene un valor desconocido</translation>
    </message>
    <message>
        <source>{place} is no array</source>
        <translation>{place} no es una matriz</translation>
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
        <translation>Refuerza todos los colores o los apaga: con 0 % la foto vuelve a ser en blanco y negro</translation>
    </message>
    <message>
        <source>How lively colours are of which the program is not sure: muted to the left, strong to the right</source>
        <translation>Lo vivos que son los colores de los que el programa no está seguro: apagados a la izquierda, intensos a la derecha</translation>
    </message>
    <message>
        <source>Shifts all colours towards blue, or towards golden yellow</source>
        <translation>Lleva todos los colores hacia el azul o hacia el amarillo dorado</translation>
    </message>
    <message>
        <source>Shifts all colours towards green, or towards magenta</source>
        <translation>Lleva todos los colores hacia el verde o hacia el magenta</translation>
    </message>
    <message>
        <source>Takes colour out of the dark parts of the photo, or adds some</source>
        <translation>Quita color a las partes oscuras de la foto, o les da más</translation>
    </message>
    <message>
        <source>Takes colour out of the bright parts of the photo, or adds some</source>
        <translation>Quita color a las partes claras de la foto, o les da más</translation>
    </message>
    <message>
        <source>Takes away purple patches that were guessed wrongly</source>
        <translation>Quita manchas violetas que se adivinaron mal</translation>
    </message>
    <message>
        <source>Makes skin that came out too orange calmer</source>
        <translation>Calma la piel que salió demasiado naranja</translation>
    </message>
    <message>
        <source>Takes away green on things that should not be green</source>
        <translation>Quita el verde de cosas que no deberían ser verdes</translation>
    </message>
    <message>
        <source>Removes colour that has run over the edges of things</source>
        <translation>Elimina el color que se salió de los bordes de las cosas</translation>
    </message>
    <message>
        <source>Smooths coloured specks away; brightness and the edges of things stay as they are</source>
        <translation>Alisa las motas de color; la luminosidad y los bordes de las cosas quedan como están</translation>
    </message>
    <message>
        <source>Turns the colour that you picked into another one, everywhere</source>
        <translation>Convierte el color que tomó en otro, en toda la foto</translation>
    </message>
    <message>
        <source>Strengthens the colour that you picked, or fades it, everywhere</source>
        <translation>Refuerza el color que tomó, o lo apaga, en toda la foto</translation>
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
        <source>What &amp;Results Say</source>
        <translation>Lo que dicen los &amp;resultados</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Use Tintype&apos;s Own</source>
        <translation>Usar el de Tintype</translation>
    </message>
    <message>
        <source>Display profile</source>
        <translation>Perfil de pantalla</translation>
    </message>
    <message>
        <source>Use a Profile…</source>
        <translation>Usar un perfil…</translation>
    </message>
    <message>
        <source>Use None</source>
        <translation>No usar ninguno</translation>
    </message>
    <message>
        <source>&amp;Open the photos of last time at the start</source>
        <translation>A&amp;brir al iniciar las fotos de la última vez</translation>
    </message>
    <message>
        <source>&amp;Notice photos that lie on their side</source>
        <translation>A&amp;dvertir cuando una foto está tumbada</translation>
    </message>
    <message>
        <source>{0} (not on this computer)</source>
        <translation>{0} (no en este ordenador)</translation>
    </message>
    <message>
        <source>&amp;Compute on</source>
        <translation>&amp;Calcular en</translation>
    </message>
    <message>
        <source>Loo&amp;k</source>
        <translation>&amp;Aspecto</translation>
    </message>
    <message>
        <source>Light or dark surroundings of the photo; the photo itself is the same</source>
        <translation>Entorno claro u oscuro de la foto; la foto misma es igual</translation>
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
        <source>Offers to turn them; nothing is turned unasked</source>
        <translation>Ofrece girarlas; no se gira nada sin preguntar</translation>
    </message>
    <message>
        <source>Work on photos</source>
        <translation>Trabajo en fotos</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;General</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Use Another Model…</source>
        <translation>Usar otro modelo…</translation>
    </message>
    <message>
        <source>None; colours are shown as other programs show them</source>
        <translation>Ninguno; los colores se ven como en otros programas</translation>
    </message>
    <message>
        <source>Photo &amp;Files</source>
        <translation>&amp;Archivos</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>What guesses the colours: a graphics card is faster, and the colours are the same</source>
        <translation>Qué adivina los colores: una tarjeta gráfica es más rápida, y los colores son los mismos</translation>
    </message>
    <message>
        <source>What has learnt to guess colours; another model guesses other colours</source>
        <translation>Lo que ha aprendido a adivinar colores; otro modelo adivina otros</translation>
    </message>
    <message>
        <source>Corrects how photos look on your screen; saved files do not depend on it</source>
        <translation>Corrige cómo se ven las fotos en su pantalla; los archivos guardados no dependen de ello</translation>
    </message>
    <message>
        <source>Otherwise they are offered in the empty window</source>
        <translation>Si no, se ofrecen en la ventana vacía</translation>
    </message>
    <message>
        <source>Tintype&apos;s own</source>
        <translation>El de Tintype</translation>
    </message>
</context>
<context>
    <name>ShelfDialog</name>
    <message>
        <source>Models</source>
        <extracomment>Height of a row of the list in heights of a line. What the file dialog offers.</extracomment>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>&amp;Use This Model</source>
        <translation>&amp;Usar este modelo</translation>
    </message>
    <message>
        <source>Let it guess the colours of all photos from now on</source>
        <translation>Dejar que adivine desde ahora los colores de todas las fotos</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Comprobar</translation>
    </message>
    <message>
        <source>Look whether its file is unchanged and works, and how fast</source>
        <translation>Ver si su archivo no ha cambiado y funciona, y a qué velocidad</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Take it from the shelf; its file stays where it is</source>
        <translation>Quitarlo del estante; su archivo se queda donde está</translation>
    </message>
    <message>
        <source>Drop files here: DDColor, DeOldify or SIGGRAPH17 as ONNX, checkpoints of DDColor, models that you trained. They stay where they are; nothing is downloaded.</source>
        <translation>Suelte archivos aquí: DDColor, DeOldify o SIGGRAPH17 como ONNX, checkpoints de DDColor, modelos que haya entrenado. Quedan donde están; no se descarga nada.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Añadir…</translation>
    </message>
    <message>
        <source>Choose the files of other models; they stay where they are</source>
        <translation>Elegir los archivos de otros modelos; quedan donde están</translation>
    </message>
    <message>
        <source>Tintype&apos;s own</source>
        <translation>El de Tintype</translation>
    </message>
    <message>
        <source>{0} – in use</source>
        <translation>{0} – en uso</translation>
    </message>
    <message>
        <source>Add Models</source>
        <translation>Añadir modelos</translation>
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
    <name>SizeRow</name>
    <message>
        <source>How wide the brush draws; over the photo, [ and ] do the same</source>
        <translation>Lo ancho que pinta el pincel; sobre la foto, [ y ] hacen lo mismo</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Tamaño del pincel</translation>
    </message>
    <message>
        <source>{0} % of the photo</source>
        <translation>{0} % de la foto</translation>
    </message>
    <message>
        <source>Brush size: {0}</source>
        <translation>Tamaño del pincel: {0}</translation>
    </message>
</context>
<context>
    <name>SplitCanvas</name>
    <message>
        <source>Frames around the photos</source>
        <extracomment>How far above its frame the knob is that turns it. A step by key, of the scan&apos;s longer side; the smallest frame; a turn by key in degrees.</extracomment>
        <translation>Marcos alrededor de las fotos</translation>
    </message>
    <message>
        <source>Page up and down choose a frame. Arrow keys move it, with Shift they change its size, with Ctrl they turn it. Delete removes it.</source>
        <translation>Re Pág y Av Pág eligen un marco. Las flechas lo mueven, con Mayús cambian su tamaño, con Ctrl lo giran. Supr lo quita.</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split Scan</source>
        <translation>Dividir escaneo</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Buscando fotos…</translation>
    </message>
    <message>
        <source>&amp;Add Frame</source>
        <translation>&amp;Añadir marco</translation>
    </message>
    <message>
        <source>&amp;Remove Frame</source>
        <translation>&amp;Quitar marco</translation>
    </message>
    <message>
        <source>&amp;Find Again</source>
        <translation>&amp;Buscar de nuevo</translation>
    </message>
    <message>
        <source>Put a frame into the middle, to be dragged around a photo</source>
        <translation>Poner un marco en el centro, para llevarlo alrededor de una foto</translation>
    </message>
    <message>
        <source>Take the chosen frame away; the scan stays as it is</source>
        <translation>Quitar el marco elegido; el escaneo queda como está</translation>
    </message>
    <message>
        <source>Put frames around the photos that are found by themselves</source>
        <translation>Poner marcos alrededor de las fotos que se encuentran por sí solas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Make a photo of what is in each frame; the file stays as it is</source>
        <translation>Hacer una foto de lo que hay en cada marco; el archivo queda como está</translation>
    </message>
    <message>
        <source>Split (photos: {0})</source>
        <translation>Dividir (fotos: {0})</translation>
    </message>
    <message>
        <source>Drag frames, their corners or the knob; an empty place makes a new one.</source>
        <translation>Arrastre los marcos, sus esquinas o el botón redondo; en un lugar vacío surge uno nuevo.</translation>
    </message>
    <message>
        <source>No photos were found by themselves; drag a frame around each.</source>
        <translation>No se encontraron fotos por sí solas; arrastre un marco alrededor de cada una.</translation>
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
    <name>SplitPresenter</name>
    <message>
        <source>There seem to be several photos on this scan: {0}.</source>
        <translation>En este escaneo parece haber varias fotos: {0}.</translation>
    </message>
    <message>
        <source>Split Scan…</source>
        <translation>Dividir escaneo…</translation>
    </message>
</context>
<context>
    <name>StrengthRow</name>
    <message>
        <source>How much the reference photo counts. A double click lets it count fully.</source>
        <translation>Cuánto cuenta la foto de referencia. Con un doble clic cuenta del todo.</translation>
    </message>
    <message>
        <source>Stren&amp;gth</source>
        <translation>&amp;Intensidad</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>Strength: {0}</source>
        <translation>Intensidad: {0}</translation>
    </message>
</context>
<context>
    <name>StripMenu</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Save A&amp;ll Photos</source>
        <translation>Guardar &amp;todas las fotos</translation>
    </message>
    <message>
        <source>&amp;Apply the Shown Photo&apos;s Settings to This One</source>
        <translation>&amp;Aplicarle los ajustes de la foto mostrada</translation>
    </message>
    <message>
        <source>Apply the Shown Photo&apos;s Settings to &amp;All</source>
        <translation>Aplicar los ajustes de la foto mostrada a &amp;todas</translation>
    </message>
    <message>
        <source>Colorize This One &amp;Like the Shown Photo</source>
        <translation>Co&amp;lorear esta como la foto mostrada</translation>
    </message>
    <message>
        <source>&amp;Colorize Again</source>
        <translation>&amp;Colorear otra vez</translation>
    </message>
    <message>
        <source>&amp;Remove from the Strip</source>
        <translation>&amp;Quitar de la tira</translation>
    </message>
    <message>
        <source>&amp;Save {0} Photos</source>
        <translation>&amp;Guardar {0} fotos</translation>
    </message>
    <message>
        <source>&amp;Apply the Shown Photo&apos;s Settings to These {0}</source>
        <translation>&amp;Aplicar los ajustes de la foto mostrada a estas {0}</translation>
    </message>
    <message>
        <source>Colorize These {0} &amp;Like the Shown Photo</source>
        <translation>Co&amp;lorear estas {0} como la foto mostrada</translation>
    </message>
    <message>
        <source>&amp;Remove {0} Photos from the Strip</source>
        <translation>&amp;Quitar {0} fotos de la tira</translation>
    </message>
</context>
<context>
    <name>StripPresenter</name>
    <message>
        <source>Photos that look like “{0}” now: {1}.</source>
        <translation>Fotos que ahora se parecen a «{0}»: {1}.</translation>
    </message>
    <message>
        <source>The settings of “{0}” were applied. Photos that changed: {1}.</source>
        <translation>Se aplicaron los ajustes de «{0}». Fotos que cambiaron: {1}.</translation>
    </message>
</context>
<context>
    <name>SwatchCanvas</name>
    <message>
        <source>Enter draws a rectangle, arrow keys move the chosen one, with Shift its right and lower edge; Del removes it.</source>
        <extracomment>Of a rectangle&apos;s side in shares: less is a click. The rectangle that a key draws, in the middle.</extracomment>
        <translation>Intro dibuja un rectángulo, las flechas mueven el elegido, con Mayús su borde derecho e inferior; Supr lo quita.</translation>
    </message>
</context>
<context>
    <name>SwatchDialog</name>
    <message>
        <source>Pair Places by Rectangles</source>
        <translation>Emparejar con rectángulos</translation>
    </message>
    <message>
        <source>The photo</source>
        <translation>La foto</translation>
    </message>
    <message>
        <source>The reference photo</source>
        <translation>La foto de referencia</translation>
    </message>
    <message>
        <source>&amp;Remove Pair</source>
        <translation>&amp;Quitar el par</translation>
    </message>
    <message>
        <source>Remove &amp;All</source>
        <translation>Quitar &amp;todos</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Now draw a rectangle in the reference photo, where the colour is to come from.</source>
        <translation>Dibuje ahora un rectángulo en la foto de referencia, de donde deba venir el color.</translation>
    </message>
    <message>
        <source>Now draw a rectangle in the photo, where the colour belongs.</source>
        <translation>Dibuje ahora un rectángulo en la foto, donde deba ir el color.</translation>
    </message>
    <message>
        <source>There are as many pairs as can be kept.</source>
        <translation>No puede haber más pares que estos.</translation>
    </message>
    <message>
        <source>Draw a rectangle in one photo, then the one in the other that it belongs to.</source>
        <translation>Dibuje un rectángulo en una foto y después el de la otra al que corresponde.</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Put the whole text into the clipboard</source>
        <translation>Poner todo el texto en el portapapeles</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>Mostrar en la c&amp;arpeta</translation>
    </message>
    <message>
        <source>Open the folder that the log lies in</source>
        <translation>Abrir la carpeta donde está el registro</translation>
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
        <translation>El tamaño al que se ve la foto; 100 % es píxel a píxel</translation>
    </message>
</context>
<context>
    <name>TreatingController</name>
    <message>
        <source>Negative</source>
        <translation>Negativo</translation>
    </message>
    <message>
        <source>Mount</source>
        <translation>Marco</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Girar</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Voltear</translation>
    </message>
    <message>
        <source>Straighten and Crop</source>
        <translation>Enderezar y recortar</translation>
    </message>
    <message>
        <source>Colorize Anew</source>
        <translation>Colorear de nuevo</translation>
    </message>
    <message>
        <source>Keep Its Colours</source>
        <translation>Conservar sus colores</translation>
    </message>
</context>
<context>
    <name>UnknownDialog</name>
    <message>
        <source>What Does This Model Take and Give?</source>
        <translation>¿Qué toma y qué da este modelo?</translation>
    </message>
    <message>
        <source>“{0}” is of no known family. Choose the picture whose colours look right; the answer is remembered.</source>
        <translation>«{0}» no es de ninguna familia conocida. Elija la imagen cuyos colores parecen correctos; la respuesta se recuerda.</translation>
    </message>
    <message>
        <source>None of These</source>
        <translation>Ninguna de estas</translation>
    </message>
    <message>
        <source>The model gives nothing this way</source>
        <translation>Así el modelo no da nada</translation>
    </message>
</context>
<context>
    <name>UprightPresenter</name>
    <message>
        <source>This photo seems to stand on its head.</source>
        <translation>Esta foto parece estar cabeza abajo.</translation>
    </message>
    <message>
        <source>This photo seems to lie on its side.</source>
        <translation>Esta foto parece estar tumbada.</translation>
    </message>
    <message>
        <source>Turn It</source>
        <translation>Girarla</translation>
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
        <source>&amp;Reopen Closed Photo</source>
        <translation>&amp;Reabrir la foto cerrada</translation>
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
        <source>Turn &amp;Left</source>
        <translation>Girar a la &amp;izquierda</translation>
    </message>
    <message>
        <source>Turn &amp;Right</source>
        <translation>Girar a la &amp;derecha</translation>
    </message>
    <message>
        <source>Flip &amp;Horizontally</source>
        <translation>Voltear en &amp;horizontal</translation>
    </message>
    <message>
        <source>Flip &amp;Vertically</source>
        <translation>Voltear en &amp;vertical</translation>
    </message>
    <message>
        <source>&amp;Straighten and Crop…</source>
        <translation>&amp;Enderezar y recortar…</translation>
    </message>
    <message>
        <source>Spl&amp;it Scan…</source>
        <translation>Di&amp;vidir escaneo…</translation>
    </message>
    <message>
        <source>This Is a &amp;Negative</source>
        <translation>Es un &amp;negativo</translation>
    </message>
    <message>
        <source>Colorize the &amp;Mount, Too</source>
        <translation>Colorear también el &amp;marco</translation>
    </message>
    <message>
        <source>Other C&amp;olours</source>
        <translation>&amp;Otros colores</translation>
    </message>
    <message>
        <source>Other Colours Side &amp;by Side</source>
        <translation>Otros colores &amp;uno junto a otro</translation>
    </message>
    <message>
        <source>Side by Side</source>
        <translation>Uno junto a otro</translation>
    </message>
    <message>
        <source>Put Colour Point&amp;s</source>
        <translation>Poner puntos &amp;de color</translation>
    </message>
    <message>
        <source>Mark an Area</source>
        <translation>Marcar una zona</translation>
    </message>
    <message>
        <source>Protect wit&amp;h a Brush</source>
        <translation>Proteger con un &amp;pincel</translation>
    </message>
    <message>
        <source>Re&amp;ference Photo…</source>
        <translation>Foto de re&amp;ferencia…</translation>
    </message>
    <message>
        <source>Remove A&amp;ll Colour Points</source>
        <translation>&amp;Quitar todos los puntos de color</translation>
    </message>
    <message>
        <source>Colorize &amp;Again</source>
        <translation>Colorear de &amp;nuevo</translation>
    </message>
    <message>
        <source>Compare &amp;Models…</source>
        <translation>Comparar &amp;modelos…</translation>
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
        <source>Show &amp;Unsure Places</source>
        <translation>Mostrar lo &amp;inseguro</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Guía</translation>
    </message>
    <message>
        <source>Show &amp;Log</source>
        <translation>Mostrar el &amp;registro</translation>
    </message>
    <message>
        <source>&amp;Report a Problem…</source>
        <translation>&amp;Informar de un problema…</translation>
    </message>
    <message>
        <source>T&amp;urn and Crop</source>
        <translation>Girar y recor&amp;tar</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Inseguro</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dividir</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Other Colours</source>
        <translation>Otros colores</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
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
        <source>&amp;Batch</source>
        <translation>&amp;Lote</translation>
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
        <source>&amp;Models…</source>
        <translation>&amp;Modelos…</translation>
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
        <extracomment>Height of an icon in heights of a line, for users of large fonts.</extracomment>
        <translation>Abrir r&amp;eciente</translation>
    </message>
    <message>
        <source>Colour &amp;Alone…</source>
        <translation>Solo el &amp;color…</translation>
    </message>
    <message>
        <source>Lightness and Colour A&amp;part…</source>
        <translation>&amp;Luminosidad y color por separado…</translation>
    </message>
    <message>
        <source>S&amp;top All</source>
        <translation>De&amp;tener todo</translation>
    </message>
    <message>
        <source>&amp;Colour without the Photo</source>
        <translation>&amp;Color sin la foto</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
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
</context>
<context>
    <name>WindowDialogs</name>
    <message>
        <source>Colour was adjusted and not saved. Photos: {0}</source>
        <translation>Se ajustó el color y no se guardó. Fotos: {0}</translation>
    </message>
    <message>
        <source>The colour of “{0}” was adjusted and not saved.</source>
        <translation>El color de «{0}» se ajustó y no se guardó.</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>Guardar todas</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Close without Saving</source>
        <translation>Cerrar sin guardar</translation>
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
        <source>Show the original while held</source>
        <translation>Mostrar el original mientras se mantiene</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>End what is in front: a tool, a row, the work on this photo</source>
        <translation>Terminar lo que está en primer plano: una herramienta, una fila, el trabajo en esta foto</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
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
        <source>Draw a colour stroke</source>
        <translation>Dibujar un trazo de color</translation>
    </message>
    <message>
        <source>Drag while putting points</source>
        <translation>Arrastrar mientras se ponen puntos</translation>
    </message>
    <message>
        <source>Move a colour point</source>
        <translation>Mover un punto de color</translation>
    </message>
    <message>
        <source>Remove a colour point</source>
        <translation>Quitar un punto de color</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Take one of the colours side by side</source>
        <translation>Tomar uno de los colores mostrados juntos</translation>
    </message>
    <message>
        <source>Its number, or Enter</source>
        <translation>Su número, o Intro</translation>
    </message>
    <message>
        <source>Reset a slider</source>
        <translation>Restablecer un control</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doble clic</translation>
    </message>
    <message>
        <source>Drag the result to another program</source>
        <translation>Arrastrar el resultado a otro programa</translation>
    </message>
    <message>
        <source>Drag; with Ctrl while zoomed in</source>
        <translation>Arrastrar; con Ctrl si está ampliada</translation>
    </message>
    <message>
        <source>Batch: {0}</source>
        <translation>Lote: {0}</translation>
    </message>
    <message>
        <source>Review: {0}</source>
        <translation>Revisión: {0}</translation>
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
    <message>
        <source>The colour follows your points…</source>
        <translation>El color sigue sus puntos…</translation>
    </message>
    <message>
        <source>The colour follows the reference photo…</source>
        <translation>El color sigue a la foto de referencia…</translation>
    </message>
</context>
<context>
    <name>WorkPresenter</name>
    <message>
        <source>Earlier work goes on. Photos: {0}</source>
        <translation>El trabajo anterior continúa. Fotos: {0}</translation>
    </message>
    <message>
        <source>Your earlier work on “{0}” goes on.</source>
        <translation>Su trabajo anterior en «{0}» continúa.</translation>
    </message>
    <message>
        <source>Start Over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>You have worked on “{0}” before.</source>
        <translation>Ya ha trabajado en «{0}».</translation>
    </message>
    <message>
        <source>Take That Work</source>
        <translation>Tomar ese trabajo</translation>
    </message>
    <message>
        <source>Your latest work on “{0}” goes on. There is other work on it, too.</source>
        <translation>Su último trabajo en «{0}» continúa. También hay otro trabajo en ella.</translation>
    </message>
    <message>
        <source>Take the Other</source>
        <translation>Tomar el otro</translation>
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
    <name>reach</name>
    <message>
        <source>this spot only</source>
        <translation>solo este lugar</translation>
    </message>
    <message>
        <source>part of the object</source>
        <translation>parte del objeto</translation>
    </message>
    <message>
        <source>this object only</source>
        <translation>solo este objeto</translation>
    </message>
    <message>
        <source>the object and more</source>
        <translation>el objeto y más</translation>
    </message>
    <message>
        <source>everything like it</source>
        <translation>todo lo parecido</translation>
    </message>
</context>
</TS>
