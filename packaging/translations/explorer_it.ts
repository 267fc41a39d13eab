<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
 <context>
  <name>Actions</name>
  <message>
   <source>About Architecture Explorer</source>
   <translation>Informazioni su Architecture Explorer</translation>
  </message>
  <message>
   <source>Activation volumes</source>
   <translation>Volumi di attivazione</translation>
  </message>
  <message>
   <source>Actual size</source>
   <translation>Dimensioni reali</translation>
  </message>
  <message>
   <source>Add a block…</source>
   <translation>Aggiungi un blocco…</translation>
  </message>
  <message>
   <source>Add a reroute point</source>
   <translation>Aggiungi un punto di deviazione</translation>
  </message>
  <message>
   <source>Align and distribute</source>
   <translation>Allinea e distribuisci</translation>
  </message>
  <message>
   <source>Align bottoms</source>
   <translation>Allinea in basso</translation>
  </message>
  <message>
   <source>Align centres</source>
   <translation>Allinea al centro</translation>
  </message>
  <message>
   <source>Align in one row</source>
   <translation>Allinea in una riga</translation>
  </message>
  <message>
   <source>Align left sides</source>
   <translation>Allinea a sinistra</translation>
  </message>
  <message>
   <source>Align right sides</source>
   <translation>Allinea a destra</translation>
  </message>
  <message>
   <source>Align tops</source>
   <translation>Allinea in alto</translation>
  </message>
  <message>
   <source>Arrange automatically</source>
   <translation>Disponi automaticamente</translation>
  </message>
  <message>
   <source>Bypass</source>
   <translation>Bypassa</translation>
  </message>
  <message>
   <source>Cancel the export</source>
   <translation>Annulla l’esportazione</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Codice</translation>
  </message>
  <message>
   <source>Colour…</source>
   <translation>Colore…</translation>
  </message>
  <message>
   <source>Commands…</source>
   <translation>Comandi…</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Confronto</translation>
  </message>
  <message>
   <source>Connect with the keys</source>
   <translation>Collega con la tastiera</translation>
  </message>
  <message>
   <source>Continue where I left off</source>
   <translation>Riprendi da dove avevo lasciato</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Copia</translation>
  </message>
  <message>
   <source>Copy as PyTorch code</source>
   <translation>Copia come codice PyTorch</translation>
  </message>
  <message>
   <source>Copy report</source>
   <translation>Copia il rapporto</translation>
  </message>
  <message>
   <source>Cut</source>
   <translation>Taglia</translation>
  </message>
  <message>
   <source>Dark theme</source>
   <translation>Tema scuro</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Elimina</translation>
  </message>
  <message>
   <source>Delete and reconnect</source>
   <translation>Elimina e ricollega</translation>
  </message>
  <message>
   <source>Design</source>
   <translation>Progetto</translation>
  </message>
  <message>
   <source>Distribute horizontally</source>
   <translation>Distribuisci in orizzontale</translation>
  </message>
  <message>
   <source>Distribute vertically</source>
   <translation>Distribuisci in verticale</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>Duplica</translation>
  </message>
  <message>
   <source>Duplicate with wires</source>
   <translation>Duplica con i collegamenti</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Modifica</translation>
  </message>
  <message>
   <source>Edit the parameters</source>
   <translation>Modifica i parametri</translation>
  </message>
  <message>
   <source>Enter the block</source>
   <translation>Entra nel blocco</translation>
  </message>
  <message>
   <source>Explain the shape</source>
   <translation>Spiega la forma</translation>
  </message>
  <message>
   <source>Export ONNX…</source>
   <translation>Esporta ONNX…</translation>
  </message>
  <message>
   <source>Export PyTorch…</source>
   <translation>Esporta PyTorch…</translation>
  </message>
  <message>
   <source>Export my blocks…</source>
   <translation>Esporta i miei blocchi…</translation>
  </message>
  <message>
   <source>Export picture…</source>
   <translation>Esporta un’immagine…</translation>
  </message>
  <message>
   <source>Export the table…</source>
   <translation>Esporta la tabella…</translation>
  </message>
  <message>
   <source>Figures table</source>
   <translation>Tabella dei valori</translation>
  </message>
  <message>
   <source>File</source>
   <translation>File</translation>
  </message>
  <message>
   <source>Find a block to place</source>
   <translation>Trova un blocco da inserire</translation>
  </message>
  <message>
   <source>Find in the network…</source>
   <translation>Trova nella rete…</translation>
  </message>
  <message>
   <source>Find the next</source>
   <translation>Trova il successivo</translation>
  </message>
  <message>
   <source>Find the previous</source>
   <translation>Trova il precedente</translation>
  </message>
  <message>
   <source>Fit the network</source>
   <translation>Adatta la rete alla vista</translation>
  </message>
  <message>
   <source>Forget these</source>
   <translation>Dimentica questi</translation>
  </message>
  <message>
   <source>Frame the selection</source>
   <translation>Incornicia la selezione</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>Schermo intero</translation>
  </message>
  <message>
   <source>Gallery of networks…</source>
   <translation>Galleria delle reti…</translation>
  </message>
  <message>
   <source>Heat</source>
   <translation>Mappa di calore</translation>
  </message>
  <message>
   <source>Heat by MACs</source>
   <translation>Colora per MAC</translation>
  </message>
  <message>
   <source>Heat by measured time</source>
   <translation>Colora per tempo misurato</translation>
  </message>
  <message>
   <source>Heat by memory of activations</source>
   <translation>Colora per memoria delle attivazioni</translation>
  </message>
  <message>
   <source>Heat by parameters</source>
   <translation>Colora per parametri</translation>
  </message>
  <message>
   <source>Heat by receptive field</source>
   <translation>Colora per campo recettivo</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Aiuto</translation>
  </message>
  <message>
   <source>Import blocks…</source>
   <translation>Importa blocchi…</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>Importa…</translation>
  </message>
  <message>
   <source>Inspect</source>
   <translation>Esplora</translation>
  </message>
  <message>
   <source>Inspector</source>
   <translation>Ispettore</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Scorciatoie da tastiera</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Lingua</translation>
  </message>
  <message>
   <source>Language of the system</source>
   <translation>Lingua del sistema</translation>
  </message>
  <message>
   <source>Leave the block</source>
   <translation>Esci dal blocco</translation>
  </message>
  <message>
   <source>Load weights…</source>
   <translation>Carica i pesi…</translation>
  </message>
  <message>
   <source>Make a block…</source>
   <translation>Crea un blocco…</translation>
  </message>
  <message>
   <source>Make editable</source>
   <translation>Rendi modificabile</translation>
  </message>
  <message>
   <source>Make unique</source>
   <translation>Rendi unico</translation>
  </message>
  <message>
   <source>Measure times</source>
   <translation>Misura i tempi</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Rete</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Nuova</translation>
  </message>
  <message>
   <source>Next difference</source>
   <translation>Differenza successiva</translation>
  </message>
  <message>
   <source>Next note or frame</source>
   <translation>Nota o cornice successiva</translation>
  </message>
  <message>
   <source>No heat</source>
   <translation>Nessun colore</translation>
  </message>
  <message>
   <source>Notes, frames and wires</source>
   <translation>Note, cornici e collegamenti</translation>
  </message>
  <message>
   <source>Open or close in place</source>
   <translation>Apri o chiudi sul posto</translation>
  </message>
  <message>
   <source>Open recent</source>
   <translation>Apri recenti</translation>
  </message>
  <message>
   <source>Open the previous version</source>
   <translation>Apri la versione precedente</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>Apri…</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>Palette</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>Incolla</translation>
  </message>
  <message>
   <source>Previous difference</source>
   <translation>Differenza precedente</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Stampa…</translation>
  </message>
  <message>
   <source>Problems…</source>
   <translation>Problemi…</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Esci</translation>
  </message>
  <message>
   <source>Recover unsaved work…</source>
   <translation>Recupera il lavoro non salvato…</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Ripeti</translation>
  </message>
  <message>
   <source>Reduced motion</source>
   <translation>Movimento ridotto</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Rinomina</translation>
  </message>
  <message>
   <source>Repairs…</source>
   <translation>Riparazioni…</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Salva</translation>
  </message>
  <message>
   <source>Save as…</source>
   <translation>Salva con nome…</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>Seleziona tutto</translation>
  </message>
  <message>
   <source>Stop training</source>
   <translation>Ferma l’addestramento</translation>
  </message>
  <message>
   <source>Straighten the wire</source>
   <translation>Raddrizza il collegamento</translation>
  </message>
  <message>
   <source>Top to bottom</source>
   <translation>Dall’alto in basso</translation>
  </message>
  <message>
   <source>Train</source>
   <translation>Addestra</translation>
  </message>
  <message>
   <source>Training strip</source>
   <translation>Striscia di addestramento</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Annulla</translation>
  </message>
  <message>
   <source>Unpack</source>
   <translation>Spacchetta</translation>
  </message>
  <message>
   <source>View</source>
   <translation>Vista</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Benvenuto</translation>
  </message>
  <message>
   <source>Write a note</source>
   <translation>Scrivi una nota</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>Ingrandisci</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>Riduci</translation>
  </message>
  <message>
   <source>another export is running</source>
   <translation>è in corso un’altra esportazione</translation>
  </message>
  <message>
   <source>it is set for everybody here</source>
   <translation>qui è impostato per tutti</translation>
  </message>
  <message>
   <source>it is training</source>
   <translation>l’addestramento è in corso</translation>
  </message>
  <message>
   <source>no block was entered</source>
   <translation>non si è entrati in nessun blocco</translation>
  </message>
  <message>
   <source>no earlier version is kept</source>
   <translation>non c’è una versione precedente</translation>
  </message>
  <message>
   <source>none is running</source>
   <translation>nessuna è in corso</translation>
  </message>
  <message>
   <source>not in this workspace</source>
   <translation>non in questo spazio</translation>
  </message>
  <message>
   <source>nothing has changed</source>
   <translation>non è cambiato nulla</translation>
  </message>
  <message>
   <source>nothing is training</source>
   <translation>non c’è nessun addestramento in corso</translation>
  </message>
  <message>
   <source>nothing is unsaved</source>
   <translation>è tutto salvato</translation>
  </message>
  <message>
   <source>nothing was done yet</source>
   <translation>non è stato ancora fatto nulla</translation>
  </message>
  <message>
   <source>nothing was found</source>
   <translation>non è stato trovato nulla</translation>
  </message>
  <message>
   <source>nothing was undone</source>
   <translation>non è stato annullato nulla</translation>
  </message>
  <message>
   <source>only in Compare</source>
   <translation>solo in Confronto</translation>
  </message>
  <message>
   <source>only in the graph</source>
   <translation>solo nel grafo</translation>
  </message>
  <message>
   <source>select a block first</source>
   <translation>seleziona prima un blocco</translation>
  </message>
  <message>
   <source>select a block of your own that is used twice</source>
   <translation>seleziona un blocco tuo usato due volte</translation>
  </message>
  <message>
   <source>select a block that can be opened first</source>
   <translation>seleziona prima un blocco che si possa aprire</translation>
  </message>
  <message>
   <source>select a built-in block first</source>
   <translation>seleziona prima un blocco predefinito</translation>
  </message>
  <message>
   <source>select a group or a block of your own first</source>
   <translation>seleziona prima un gruppo o un blocco tuo</translation>
  </message>
  <message>
   <source>select a note or a frame first</source>
   <translation>seleziona prima una nota o una cornice</translation>
  </message>
  <message>
   <source>select a wire first</source>
   <translation>seleziona prima un collegamento</translation>
  </message>
  <message>
   <source>select a wire that was led by hand first</source>
   <translation>seleziona prima un collegamento guidato a mano</translation>
  </message>
  <message>
   <source>select blocks of your own first</source>
   <translation>seleziona prima blocchi tuoi</translation>
  </message>
  <message>
   <source>select some blocks first</source>
   <translation>seleziona prima alcuni blocchi</translation>
  </message>
  <message>
   <source>select three blocks of one graph first</source>
   <translation>seleziona prima tre blocchi di un grafo</translation>
  </message>
  <message>
   <source>select two blocks of one graph first</source>
   <translation>seleziona prima due blocchi di un grafo</translation>
  </message>
  <message>
   <source>the network has an error</source>
   <translation>la rete ha un errore</translation>
  </message>
  <message>
   <source>the network has an error, or it is training</source>
   <translation>la rete ha un errore, o si sta addestrando</translation>
  </message>
  <message>
   <source>the settings here cannot be changed</source>
   <translation>qui le impostazioni non si possono cambiare</translation>
  </message>
  <message>
   <source>there are none</source>
   <translation>non ce ne sono</translation>
  </message>
  <message>
   <source>there are none here</source>
   <translation>qui non ce ne sono</translation>
  </message>
  <message>
   <source>there is no problem that could be mended</source>
   <translation>non ci sono problemi da riparare</translation>
  </message>
  <message>
   <source>this workspace shows no network</source>
   <translation>questo spazio non mostra una rete</translation>
  </message>
 </context>
 <context>
  <name>ActivationView</name>
  <message>
   <source>Activation maps</source>
   <translation>Mappe di attivazione</translation>
  </message>
  <message>
   <source>Bright is high, dark low, each map by its own range.</source>
   <translation>Chiaro è alto, scuro è basso; ogni mappa ha la propria scala.</translation>
  </message>
  <message>
   <source>Drag a block from the palette.</source>
   <translation>Trascina un blocco dalla palette.</translation>
  </message>
  <message>
   <source>Silent: what it looks for is not in this image.</source>
   <translation>Silenziosa: ciò che cerca non è in questa immagine.</translation>
  </message>
  <message>
   <source>The network is empty</source>
   <translation>La rete è vuota</translation>
  </message>
  <message>
   <source>Values of the vector</source>
   <translation>Valori del vettore</translation>
  </message>
  <message>
   <source>channel {0}</source>
   <translation>canale {0}</translation>
  </message>
  <message>
   <source>first {0} maps</source>
   <translation>prime {0} mappe</translation>
  </message>
  <message>
   <source>mean</source>
   <translation>media</translation>
  </message>
  <message>
   <source>mean {0} · std {1} · {2} zeros</source>
   <translation>media {0} · dev. std {1} · {2} zeri</translation>
  </message>
  <message>
   <source>std</source>
   <translation>dev. std</translation>
  </message>
  <message>
   <source>zero share</source>
   <translation>quota di zeri</translation>
  </message>
 </context>
 <context>
  <name>ActivationsPage</name>
  <message>
   <source>A {0}, taken for a {1} · {2}</source>
   <translation>Un {0}, riconosciuto come {1} · {2}</translation>
  </message>
  <message>
   <source>A {0}, wrongly taken for a {1} · {2}</source>
   <translation>Un {0}, scambiato per {1} · {2}</translation>
  </message>
  <message>
   <source>Fetching the activations…</source>
   <translation>Recupero delle attivazioni…</translation>
  </message>
  <message>
   <source>Next image</source>
   <translation>Immagine successiva</translation>
  </message>
  <message>
   <source>Previous image</source>
   <translation>Immagine precedente</translation>
  </message>
  <message>
   <source>Test image</source>
   <translation>Immagine di test</translation>
  </message>
  <message>
   <source>The image</source>
   <translation>L’immagine</translation>
  </message>
  <message>
   <source>Which of the {0} test images, which it never learns from; counted from 0</source>
   <translation>Quale delle {0} immagini di test, da cui la rete non impara mai; si conta da 0</translation>
  </message>
  <message>
   <source>of {0}</source>
   <translation>di {0}</translation>
  </message>
 </context>
 <context>
  <name>AddButton</name>
  <message>
   <source>Add a network</source>
   <translation>Aggiungi una rete</translation>
  </message>
  <message>
   <source>Add a network to compare with</source>
   <translation>Aggiungi una rete da confrontare</translation>
  </message>
  <message>
   <source>An earlier state</source>
   <translation>Uno stato precedente</translation>
  </message>
  <message>
   <source>As last saved</source>
   <translation>Come all’ultimo salvataggio</translation>
  </message>
  <message>
   <source>As opened</source>
   <translation>Come all’apertura</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Confronto</translation>
  </message>
  <message>
   <source>Compare with a file</source>
   <translation>Confronta con un file</translation>
  </message>
  <message>
   <source>From a file…</source>
   <translation>Da un file…</translation>
  </message>
  <message>
   <source>From the gallery…</source>
   <translation>Dalla galleria…</translation>
  </message>
  <message>
   <source>Of the same family</source>
   <translation>Della stessa famiglia</translation>
  </message>
  <message>
   <source>before “{0}”</source>
   <translation>prima di “{0}”</translation>
  </message>
 </context>
 <context>
  <name>Annotating</name>
  <message>
   <source>Add a reroute point</source>
   <translation>Aggiungi un punto di deviazione</translation>
  </message>
  <message>
   <source>Amber</source>
   <translation>Ambra</translation>
  </message>
  <message>
   <source>Blue</source>
   <translation>Blu</translation>
  </message>
  <message>
   <source>Change the colour</source>
   <translation>Cambia il colore</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>Colore</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Elimina</translation>
  </message>
  <message>
   <source>Frame</source>
   <translation>Cornice</translation>
  </message>
  <message>
   <source>Frame the blocks</source>
   <translation>Incornicia i blocchi</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>Verde</translation>
  </message>
  <message>
   <source>Grey</source>
   <translation>Grigio</translation>
  </message>
  <message>
   <source>Name the frame</source>
   <translation>Dai un nome alla cornice</translation>
  </message>
  <message>
   <source>Orange</source>
   <translation>Arancione</translation>
  </message>
  <message>
   <source>Pink</source>
   <translation>Rosa</translation>
  </message>
  <message>
   <source>Remove a reroute point</source>
   <translation>Togli un punto di deviazione</translation>
  </message>
  <message>
   <source>Straighten the wire</source>
   <translation>Raddrizza il collegamento</translation>
  </message>
  <message>
   <source>There is no note and no frame here.</source>
   <translation>Qui non ci sono note né cornici.</translation>
  </message>
  <message>
   <source>Title of the frame</source>
   <translation>Titolo della cornice</translation>
  </message>
  <message>
   <source>Violet</source>
   <translation>Viola</translation>
  </message>
  <message>
   <source>Write a note</source>
   <translation>Scrivi una nota</translation>
  </message>
 </context>
 <context>
  <name>Autosave</name>
  <message>
   <source>{0} cannot be written</source>
   <translation>Impossibile scrivere {0}</translation>
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>Put this message away</source>
   <translation>Chiudi questo messaggio</translation>
  </message>
 </context>
 <context>
  <name>BlockPage</name>
  <message>
   <source>FIGURES</source>
   <translation>VALORI</translation>
  </message>
  <message>
   <source>It has no figures yet: something before it has no shape.</source>
   <translation>Non ha ancora valori: qualcosa prima di esso non ha una forma.</translation>
  </message>
  <message>
   <source>Its name here, and that of its weights. Letters, digits, _ and -.</source>
   <translation>Il suo nome qui e quello dei suoi pesi. Lettere, cifre, _ e -.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nome</translation>
  </message>
  <message>
   <source>There is no such type here.</source>
   <translation>Qui non c’è un tipo del genere.</translation>
  </message>
  <message>
   <source>name</source>
   <translation>nome</translation>
  </message>
 </context>
 <context>
  <name>BlockRow</name>
  <message>
   <source>block</source>
   <translation>blocco</translation>
  </message>
  <message>
   <source>layer</source>
   <translation>strato</translation>
  </message>
  <message>
   <source>mine</source>
   <translation>mio</translation>
  </message>
  <message>
   <source>port</source>
   <translation>porta</translation>
  </message>
  <message>
   <source>recent</source>
   <translation>recente</translation>
  </message>
 </context>
 <context>
  <name>Breadcrumb</name>
  <message>
   <source>Back to {0}</source>
   <translation>Torna a {0}</translation>
  </message>
  <message>
   <source>What you change here changes the definition, and so every use of it. The figures are those of this one.</source>
   <translation>Ciò che cambi qui cambia la definizione, e quindi ogni suo uso. I valori sono quelli di questo.</translation>
  </message>
  <message>
   <source>Where you are</source>
   <translation>Dove sei</translation>
  </message>
  <message>
   <source>definition, 1 use</source>
   <translation>definizione, 1 uso</translation>
  </message>
  <message>
   <source>definition, {0} uses</source>
   <translation>definizione, {0} usi</translation>
  </message>
 </context>
 <context>
  <name>BubbleChart</name>
  <message>
   <source>Bubble chart</source>
   <translation>Grafico a bolle</translation>
  </message>
 </context>
 <context>
  <name>Canvas</name>
  <message>
   <source>, input {0}</source>
   <translation>, ingresso {0}</translation>
  </message>
  <message>
   <source>, output {0}</source>
   <translation>, uscita {0}</translation>
  </message>
  <message>
   <source>1 input</source>
   <translation>1 ingresso</translation>
  </message>
  <message>
   <source>1 wire finds no port.</source>
   <translation>1 collegamento non trova una porta.</translation>
  </message>
  <message>
   <source>A block cannot feed itself.</source>
   <translation>Un blocco non può alimentare se stesso.</translation>
  </message>
  <message>
   <source>Between {0} and {1}.</source>
   <translation>Tra {0} e {1}.</translation>
  </message>
  <message>
   <source>Between {0} and {1}. Hold Alt to leave it beside.</source>
   <translation>Tra {0} e {1}. Tieni premuto Alt per lasciarlo accanto.</translation>
  </message>
  <message>
   <source>Both are {0}.</source>
   <translation>Sono entrambi {0}.</translation>
  </message>
  <message>
   <source>Connect {0}</source>
   <translation>Collega {0}</translation>
  </message>
  <message>
   <source>Double-click here, or press Tab, to add a block</source>
   <translation>Fai doppio clic qui, o premi Tab, per aggiungere un blocco</translation>
  </message>
  <message>
   <source>Drag a wire from a port to a block, or let it go to add one</source>
   <translation>Trascina un collegamento da una porta a un blocco, o lascialo nel vuoto per aggiungerne uno</translation>
  </message>
  <message>
   <source>Draw a network</source>
   <translation>Disegna una rete</translation>
  </message>
  <message>
   <source>Drop a block onto a wire to put it in between</source>
   <translation>Lascia un blocco su un collegamento per inserirlo in mezzo</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Invio</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Frame {0} about {1}</source>
   <translation>Cornice {0} intorno a {1}</translation>
  </message>
  <message>
   <source>Note: {0}</source>
   <translation>Nota: {0}</translation>
  </message>
  <message>
   <source>Replaces the wire from {0}.</source>
   <translation>Sostituisce il collegamento da {0}.</translation>
  </message>
  <message>
   <source>Replaces {0} and keeps {1}. Hold Alt to place it beside.</source>
   <translation>Sostituisce {0} e mantiene {1}. Tieni premuto Alt per metterlo accanto.</translation>
  </message>
  <message>
   <source>Tab</source>
   <translation>Tab</translation>
  </message>
  <message>
   <source>Takes the place and the wires of {0}. Hold Alt to leave it beside.</source>
   <translation>Prende il posto e i collegamenti di {0}. Tieni premuto Alt per lasciarlo accanto.</translation>
  </message>
  <message>
   <source>The text on the clipboard</source>
   <translation>Il testo negli appunti</translation>
  </message>
  <message>
   <source>Then {0} has a problem: {1}</source>
   <translation>Allora {0} ha un problema: {1}</translation>
  </message>
  <message>
   <source>There are no blocks on the clipboard.</source>
   <translation>Negli appunti non ci sono blocchi.</translation>
  </message>
  <message>
   <source>There is nothing in the network on the clipboard.</source>
   <translation>La rete negli appunti è vuota.</translation>
  </message>
  <message>
   <source>arrows</source>
   <translation>frecce</translation>
  </message>
  <message>
   <source>a–z</source>
   <translation>a–z</translation>
  </message>
  <message>
   <source>built in</source>
   <translation>predefinito</translation>
  </message>
  <message>
   <source>bypassed</source>
   <translation>bypassato</translation>
  </message>
  <message>
   <source>can be opened</source>
   <translation>si può aprire</translation>
  </message>
  <message>
   <source>choose</source>
   <translation>scegli</translation>
  </message>
  <message>
   <source>connect</source>
   <translation>collega</translation>
  </message>
  <message>
   <source>definition</source>
   <translation>definizione</translation>
  </message>
  <message>
   <source>find by name</source>
   <translation>trova per nome</translation>
  </message>
  <message>
   <source>from {0}</source>
   <translation>da {0}</translation>
  </message>
  <message>
   <source>inputs</source>
   <translation>ingressi</translation>
  </message>
  <message>
   <source>its wires</source>
   <translation>i suoi collegamenti</translation>
  </message>
  <message>
   <source>leave</source>
   <translation>esci</translation>
  </message>
  <message>
   <source>no problem</source>
   <translation>nessun problema</translation>
  </message>
  <message>
   <source>opened</source>
   <translation>aperto</translation>
  </message>
  <message>
   <source>outputs</source>
   <translation>uscite</translation>
  </message>
  <message>
   <source>port</source>
   <translation>porta</translation>
  </message>
  <message>
   <source>shape not known yet</source>
   <translation>forma non ancora nota</translation>
  </message>
  <message>
   <source>there is nothing to connect it to</source>
   <translation>non c’è nulla a cui collegarlo</translation>
  </message>
  <message>
   <source>to {0}</source>
   <translation>a {0}</translation>
  </message>
  <message>
   <source>without a title</source>
   <translation>senza titolo</translation>
  </message>
  <message>
   <source>{0} MACs</source>
   <translation>{0} MAC</translation>
  </message>
  <message>
   <source>{0} gives no output.</source>
   <translation>{0} non ha uscite.</translation>
  </message>
  <message>
   <source>{0} inputs</source>
   <translation>{0} ingressi</translation>
  </message>
  <message>
   <source>{0} par.</source>
   <translation>{0} par.</translation>
  </message>
  <message>
   <source>{0} parameters</source>
   <translation>{0} parametri</translation>
  </message>
  <message>
   <source>{0} parameters · {1} MACs</source>
   <translation>{0} parametri · {1} MAC</translation>
  </message>
  <message>
   <source>{0} takes no input.</source>
   <translation>{0} non ha ingressi.</translation>
  </message>
  <message>
   <source>{0} values</source>
   <translation>{0} valori</translation>
  </message>
  <message>
   <source>{0} wires find no port.</source>
   <translation>{0} collegamenti non trovano una porta.</translation>
  </message>
  <message>
   <source>“{0}” on the clipboard is a text, not blocks.</source>
   <translation>“{0}” negli appunti è un testo, non blocchi.</translation>
  </message>
 </context>
 <context>
  <name>CanvasView</name>
  <message>
   <source>Choose a block first: the arrow keys go from block to block.</source>
   <translation>Scegli prima un blocco: le frecce passano da un blocco all’altro.</translation>
  </message>
  <message>
   <source>Choose a block or wire that has a shape, to see how it comes about.</source>
   <translation>Scegli un blocco o un collegamento che abbia una forma, per vedere da dove viene.</translation>
  </message>
 </context>
 <context>
  <name>Card</name>
  <message>
   <source>Take {0} away</source>
   <translation>Togli {0}</translation>
  </message>
  <message>
   <source>What has come since</source>
   <translation>Che cosa è venuto dopo</translation>
  </message>
  <message>
   <source>since then {0}</source>
   <translation>da allora {0}</translation>
  </message>
 </context>
 <context>
  <name>ChartPage</name>
  <message>
   <source>Accuracy</source>
   <translation>Accuratezza</translation>
  </message>
  <message>
   <source>Across</source>
   <translation>Orizzontale</translation>
  </message>
  <message>
   <source>Add a run folder</source>
   <translation>Aggiungi la cartella di un’esecuzione</translation>
  </message>
  <message>
   <source>Add a run folder…</source>
   <translation>Aggiungi la cartella di un’esecuzione…</translation>
  </message>
  <message>
   <source>Area</source>
   <translation>Area</translation>
  </message>
  <message>
   <source>ImageNet top-1, one crop</source>
   <translation>ImageNet top-1, un ritaglio</translation>
  </message>
  <message>
   <source>ImageNet top-1, one crop (%)</source>
   <translation>ImageNet top-1, un ritaglio (%)</translation>
  </message>
  <message>
   <source>MACs</source>
   <translation>MAC</translation>
  </message>
  <message>
   <source>MACs of one image</source>
   <translation>MAC di un’immagine</translation>
  </message>
  <message>
   <source>Nothing has been trained here yet. Train this network in the Train workspace, or add the folder of a run that “explorer train” has left.</source>
   <translation>Qui non è stato ancora addestrato nulla. Addestra questa rete nello spazio Addestra, o aggiungi la cartella di un’esecuzione lasciata da “explorer train”.</translation>
  </message>
  <message>
   <source>Reading the zoo…</source>
   <translation>Lettura dello zoo…</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>Verticale</translation>
  </message>
  <message>
   <source>Without a value, so not plotted ({0}): {1}</source>
   <translation>Senza un valore, quindi non nel grafico ({0}): {1}</translation>
  </message>
  <message>
   <source>accuracy</source>
   <translation>accuratezza</translation>
  </message>
  <message>
   <source>accuracy on the digits’ test images (%)</source>
   <translation>accuratezza sulle immagini di test delle cifre (%)</translation>
  </message>
  <message>
   <source>across</source>
   <translation>orizzontale</translation>
  </message>
  <message>
   <source>activations</source>
   <translation>attivazioni</translation>
  </message>
  <message>
   <source>activations of one image</source>
   <translation>attivazioni di un’immagine</translation>
  </message>
  <message>
   <source>area</source>
   <translation>area</translation>
  </message>
  <message>
   <source>measured here, digits</source>
   <translation>misurato qui, cifre</translation>
  </message>
  <message>
   <source>parameters</source>
   <translation>parametri</translation>
  </message>
  <message>
   <source>up</source>
   <translation>verticale</translation>
  </message>
 </context>
 <context>
  <name>Choice</name>
  <message>
   <source>gallery</source>
   <translation>galleria</translation>
  </message>
  <message>
   <source>open here</source>
   <translation>aperta qui</translation>
  </message>
 </context>
 <context>
  <name>CodeCopy</name>
  <message>
   <source>Copied the network as PyTorch code, {0} lines.</source>
   <translation>Rete copiata come codice PyTorch, {0} righe.</translation>
  </message>
  <message>
   <source>Copied {0} blocks as PyTorch code, {1} lines.</source>
   <translation>{0} blocchi copiati come codice PyTorch, {1} righe.</translation>
  </message>
  <message>
   <source>Not copied: {0}.</source>
   <translation>Non copiato: {0}.</translation>
  </message>
 </context>
 <context>
  <name>CodePage</name>
  <message>
   <source>Code</source>
   <translation>Codice</translation>
  </message>
  <message>
   <source>Exported to {0}.</source>
   <translation>Esportato in {0}.</translation>
  </message>
  <message>
   <source>Follows the recipe of the Train workspace. Needs torch alone.</source>
   <translation>Segue la ricetta dello spazio Addestra. Ha bisogno solo di torch.</translation>
  </message>
  <message>
   <source>Form</source>
   <translation>Forma</translation>
  </message>
  <message>
   <source>Needs Keras 3, on any of its backends.</source>
   <translation>Ha bisogno di Keras 3, con uno qualunque dei suoi backend.</translation>
  </message>
  <message>
   <source>Needs torch alone.</source>
   <translation>Ha bisogno solo di torch.</translation>
  </message>
  <message>
   <source>Notebook</source>
   <translation>Notebook</translation>
  </message>
  <message>
   <source>Notebook (*.ipynb)</source>
   <translation>Notebook (*.ipynb)</translation>
  </message>
  <message>
   <source>One file with a class for each kind of block.</source>
   <translation>Un file con una classe per ogni genere di blocco.</translation>
  </message>
  <message>
   <source>PyTorch</source>
   <translation>PyTorch</translation>
  </message>
  <message>
   <source>PyTorch that trains</source>
   <translation>PyTorch che addestra</translation>
  </message>
  <message>
   <source>Python (*.py)</source>
   <translation>Python (*.py)</translation>
  </message>
  <message>
   <source>With the recipe of the Train workspace.</source>
   <translation>Con la ricetta dello spazio Addestra.</translation>
  </message>
 </context>
 <context>
  <name>CodePanel</name>
  <message>
   <source>CODE</source>
   <translation>CODICE</translation>
  </message>
  <message>
   <source>Copy the code</source>
   <translation>Copia il codice</translation>
  </message>
  <message>
   <source>Line {0}: {1}</source>
   <translation>Riga {0}: {1}</translation>
  </message>
  <message>
   <source>Put it back</source>
   <translation>Rimettilo</translation>
  </message>
  <message>
   <source>PyTorch code of the network</source>
   <translation>Codice PyTorch della rete</translation>
  </message>
  <message>
   <source>Save the code as a file…</source>
   <translation>Salva il codice in un file…</translation>
  </message>
  <message>
   <source>Show the block</source>
   <translation>Mostra il blocco</translation>
  </message>
  <message>
   <source>The code is that of before the error. {0}</source>
   <translation>Il codice è quello di prima dell’errore. {0}</translation>
  </message>
  <message>
   <source>There is no code while the network has an error. {0}</source>
   <translation>Non c’è codice finché la rete ha un errore. {0}</translation>
  </message>
  <message>
   <source>{0} lines</source>
   <translation>{0} righe</translation>
  </message>
 </context>
 <context>
  <name>CommandPopover</name>
  <message>
   <source>Commands</source>
   <translation>Comandi</translation>
  </message>
  <message>
   <source>Find a command</source>
   <translation>Trova un comando</translation>
  </message>
  <message>
   <source>There is nothing called “{0}”.</source>
   <translation>Non c’è nulla che si chiami “{0}”.</translation>
  </message>
  <message>
   <source>What would you like to do? Try “save”, “add conv” or “open resnet50”</source>
   <translation>Che cosa vuoi fare? Prova “salva”, “aggiungi conv” o “apri resnet50”</translation>
  </message>
 </context>
 <context>
  <name>Commands</name>
  <message>
   <source>Add {0}</source>
   <translation>Aggiungi {0}</translation>
  </message>
  <message>
   <source>Block</source>
   <translation>Blocco</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Rete</translation>
  </message>
  <message>
   <source>Open {0}</source>
   <translation>Apri {0}</translation>
  </message>
  <message>
   <source>not possible now</source>
   <translation>ora non è possibile</translation>
  </message>
 </context>
 <context>
  <name>Compare</name>
  <message>
   <source>MACs</source>
   <translation>MAC</translation>
  </message>
  <message>
   <source>activations</source>
   <translation>attivazioni</translation>
  </message>
  <message>
   <source>added</source>
   <translation>aggiunto</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>cambiato</translation>
  </message>
  <message>
   <source>changed within</source>
   <translation>cambiato all’interno</translation>
  </message>
  <message>
   <source>parameters</source>
   <translation>parametri</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>tolto</translation>
  </message>
  <message>
   <source>same</source>
   <translation>uguale</translation>
  </message>
  <message>
   <source>same; its figures follow</source>
   <translation>uguale; i suoi valori seguono</translation>
  </message>
  <message>
   <source>wired elsewhere</source>
   <translation>collegato altrove</translation>
  </message>
 </context>
 <context>
  <name>ComparePanel</name>
  <message>
   <source>Bubble chart</source>
   <translation>Grafico a bolle</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Confronto</translation>
  </message>
  <message>
   <source>Side by side</source>
   <translation>Fianco a fianco</translation>
  </message>
 </context>
 <context>
  <name>CompareTable</name>
  <message>
   <source>Blocks of both networks</source>
   <translation>Blocchi di entrambe le reti</translation>
  </message>
  <message>
   <source>MACs</source>
   <translation>MAC</translation>
  </message>
  <message>
   <source>block</source>
   <translation>blocco</translation>
  </message>
  <message>
   <source>difference</source>
   <translation>differenza</translation>
  </message>
  <message>
   <source>network</source>
   <translation>rete</translation>
  </message>
  <message>
   <source>no difference</source>
   <translation>nessuna differenza</translation>
  </message>
  <message>
   <source>output</source>
   <translation>uscita</translation>
  </message>
  <message>
   <source>parameters</source>
   <translation>parametri</translation>
  </message>
  <message>
   <source>total</source>
   <translation>totale</translation>
  </message>
  <message>
   <source>what differs</source>
   <translation>che cosa cambia</translation>
  </message>
 </context>
 <context>
  <name>Curves</name>
  <message>
   <source>All epochs</source>
   <translation>Tutte le epoche</translation>
  </message>
  <message>
   <source>Show the whole run again (Home, or a double click)</source>
   <translation>Mostra di nuovo tutta l’esecuzione (Home, o doppio clic)</translation>
  </message>
  <message>
   <source>The curves cannot be drawn: {0}</source>
   <translation>Impossibile disegnare le curve: {0}</translation>
  </message>
  <message>
   <source>epoch {0}</source>
   <translation>epoca {0}</translation>
  </message>
 </context>
 <context>
  <name>DefinitionForm</name>
  <message>
   <source>Add a parameter</source>
   <translation>Aggiungi un parametro</translation>
  </message>
  <message>
   <source>PARAMETERS OF THE BLOCK</source>
   <translation>PARAMETRI DEL BLOCCO</translation>
  </message>
  <message>
   <source>Write expressions over them in the blocks inside, such as ={0} * 2. A right click on a value inside makes it a parameter.</source>
   <translation>Usali nelle espressioni dei blocchi all’interno, come ={0} * 2. Un clic destro su un valore all’interno ne fa un parametro.</translation>
  </message>
 </context>
 <context>
  <name>DefinitionPage</name>
  <message>
   <source>A block of your own, used nowhere.</source>
   <translation>Un blocco tuo, mai usato.</translation>
  </message>
  <message>
   <source>A block of your own, used once.</source>
   <translation>Un blocco tuo, usato una volta.</translation>
  </message>
  <message>
   <source>A block of your own. What you change inside changes all {0} uses of it.</source>
   <translation>Un blocco tuo. Ciò che cambi all’interno cambia tutti i suoi {0} usi.</translation>
  </message>
  <message>
   <source>FIGURES OF {0}</source>
   <translation>VALORI DI {0}</translation>
  </message>
  <message>
   <source>Name of the block</source>
   <translation>Nome del blocco</translation>
  </message>
  <message>
   <source>What it is for</source>
   <translation>A che cosa serve</translation>
  </message>
  <message>
   <source>What the block is for</source>
   <translation>A che cosa serve il blocco</translation>
  </message>
  <message>
   <source>help</source>
   <translation>aiuto</translation>
  </message>
  <message>
   <source>name</source>
   <translation>nome</translation>
  </message>
 </context>
 <context>
  <name>DefinitionRow</name>
  <message>
   <source>A number, yes or no, or several: 64, 128</source>
   <translation>Un numero, sì o no, oppure più valori: 64, 128</translation>
  </message>
  <message>
   <source>Default of {0}</source>
   <translation>Valore predefinito di {0}</translation>
  </message>
  <message>
   <source>Name of the parameter {0}</source>
   <translation>Nome del parametro {0}</translation>
  </message>
  <message>
   <source>Remove the parameter: its default stands in its place</source>
   <translation>Togli il parametro: al suo posto resta il valore predefinito</translation>
  </message>
  <message>
   <source>Remove {0}</source>
   <translation>Togli {0}</translation>
  </message>
  <message>
   <source>What it is for</source>
   <translation>A che cosa serve</translation>
  </message>
  <message>
   <source>What it is where a use does not say. Expressions use its name: ={0} * 2</source>
   <translation>Quanto vale dove un uso non lo dice. Le espressioni usano il suo nome: ={0} * 2</translation>
  </message>
  <message>
   <source>What {0} is for</source>
   <translation>A che cosa serve {0}</translation>
  </message>
 </context>
 <context>
  <name>Detail</name>
  <message>
   <source>A network for each bubble</source>
   <translation>Una rete per ogni bolla</translation>
  </message>
  <message>
   <source>Accuracy: {0}.</source>
   <translation>Accuratezza: {0}.</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Confronto</translation>
  </message>
  <message>
   <source>Hover one for its figures, click to keep it, double-click to compare.</source>
   <translation>Passa sopra una bolla per i suoi valori, fai clic per tenerli, doppio clic per confrontare.</translation>
  </message>
  <message>
   <source>It was measured on images of {0}; the figures here are for the network’s own size.</source>
   <translation>È stata misurata su immagini di {0}; i valori qui sono per la dimensione propria della rete.</translation>
  </message>
  <message>
   <source>MACs</source>
   <translation>MAC</translation>
  </message>
  <message>
   <source>No accuracy is known.</source>
   <translation>L’accuratezza non è nota.</translation>
  </message>
  <message>
   <source>Open a copy</source>
   <translation>Apri una copia</translation>
  </message>
  <message>
   <source>accuracy</source>
   <translation>accuratezza</translation>
  </message>
  <message>
   <source>activations</source>
   <translation>attivazioni</translation>
  </message>
  <message>
   <source>parameters</source>
   <translation>parametri</translation>
  </message>
  <message>
   <source>{0}, after {1} epochs</source>
   <translation>{0}, dopo {1} epoche</translation>
  </message>
 </context>
 <context>
  <name>Device</name>
  <message>
   <source>CPU</source>
   <translation>CPU</translation>
  </message>
  <message>
   <source>GPU</source>
   <translation>GPU</translation>
  </message>
  <message>
   <source>NVIDIA driver</source>
   <translation>Driver NVIDIA</translation>
  </message>
  <message>
   <source>No GPU that PyTorch could use was found. Small networks train well without one; for large ones it takes an NVIDIA GPU with its driver, and the CUDA build of PyTorch.</source>
   <translation>Non è stata trovata una GPU che PyTorch possa usare. Le reti piccole si addestrano bene anche senza; per quelle grandi servono una GPU NVIDIA con il suo driver e la versione CUDA di PyTorch.</translation>
  </message>
  <message>
   <source>PyTorch</source>
   <translation>PyTorch</translation>
  </message>
  <message>
   <source>PyTorch and an NVIDIA driver are there, but PyTorch finds no GPU it can use. The driver may be too old for CUDA {0}, or the GPU may be hidden from this program (CUDA_VISIBLE_DEVICES).</source>
   <translation>PyTorch e un driver NVIDIA ci sono, ma PyTorch non trova una GPU da usare. Il driver può essere troppo vecchio per CUDA {0}, o la GPU può essere nascosta a questo programma (CUDA_VISIBLE_DEVICES).</translation>
  </message>
  <message>
   <source>This PyTorch can use an Apple GPU, and finds none.</source>
   <translation>Questo PyTorch può usare una GPU Apple, e non ne trova.</translation>
  </message>
  <message>
   <source>This PyTorch can use an NVIDIA GPU, but no driver of NVIDIA's was found. With such a GPU, install its driver; without one, the smaller CPU build does the same.</source>
   <translation>Questo PyTorch può usare una GPU NVIDIA, ma non è stato trovato un driver NVIDIA. Con una GPU del genere, installa il suo driver; senza, la versione CPU, più piccola, fa lo stesso.</translation>
  </message>
  <message>
   <source>This PyTorch is built for AMD GPUs, and finds none that it can use.</source>
   <translation>Questo PyTorch è compilato per GPU AMD, e non ne trova da usare.</translation>
  </message>
  <message>
   <source>This machine has an NVIDIA driver, but this PyTorch is the CPU build. Install the CUDA build to train on the GPU; the README says how.</source>
   <translation>Questa macchina ha un driver NVIDIA, ma questo PyTorch è la versione CPU. Installa la versione CUDA per addestrare sulla GPU; il README dice come.</translation>
  </message>
  <message>
   <source>for Apple GPUs</source>
   <translation>per GPU Apple</translation>
  </message>
  <message>
   <source>for CUDA {0}</source>
   <translation>per CUDA {0}</translation>
  </message>
  <message>
   <source>for ROCm {0}</source>
   <translation>per ROCm {0}</translation>
  </message>
  <message>
   <source>for the CPU alone</source>
   <translation>solo per la CPU</translation>
  </message>
  <message>
   <source>none that is used</source>
   <translation>nessuna in uso</translation>
  </message>
  <message>
   <source>torchvision</source>
   <translation>torchvision</translation>
  </message>
  <message>
   <source>{0} cores, {1} used</source>
   <translation>{0} core, {1} in uso</translation>
  </message>
 </context>
 <context>
  <name>Dialogs</name>
  <message>
   <source>About Architecture Explorer</source>
   <translation>Informazioni su Architecture Explorer</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Chiudi</translation>
  </message>
  <message>
   <source>Copy report</source>
   <translation>Copia il rapporto</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Dispositivo</translation>
  </message>
  <message>
   <source>Draw convolutional networks, see what they cost, train them, look inside, and leave with clean PyTorch code.</source>
   <translation>Disegna reti convoluzionali, guarda quanto costano, addestrale, osservale dentro e porta via codice PyTorch pulito.</translation>
  </message>
  <message>
   <source>It never uses the network unless asked to, and reports nothing to anybody.</source>
   <translation>Non usa mai la rete se non gli viene chiesto, e non comunica nulla a nessuno.</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>Licenza</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>Licenze</translation>
  </message>
  <message>
   <source>MIT licence. The libraries, typefaces, icons and data made by others are under Licences, with the texts of their authors.</source>
   <translation>Licenza MIT. Le librerie, i caratteri, le icone e i dati di altri autori sono elencati in Licenze, con i testi dei loro autori.</translation>
  </message>
  <message>
   <source>Part</source>
   <translation>Componente</translation>
  </message>
  <message>
   <source>Parts made by others</source>
   <translation>Componenti di altri autori</translation>
  </message>
  <message>
   <source>Program</source>
   <translation>Programma</translation>
  </message>
  <message>
   <source>The licence in full</source>
   <translation>Il testo della licenza</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Versione</translation>
  </message>
  <message>
   <source>Version {0} · Qt {1}</source>
   <translation>Versione {0} · Qt {1}</translation>
  </message>
  <message>
   <source>Versions, device and the last errors, to send with a question</source>
   <translation>Versioni, dispositivo e ultimi errori, da inviare con una domanda</translation>
  </message>
  <message>
   <source>from source</source>
   <translation>dai sorgenti</translation>
  </message>
 </context>
 <context>
  <name>Differences</name>
  <message>
   <source>Added: {0}.</source>
   <translation>Aggiunti: {0}.</translation>
  </message>
  <message>
   <source>Blocks</source>
   <translation>Blocchi</translation>
  </message>
  <message>
   <source>Changed: {0}.</source>
   <translation>Cambiati: {0}.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Chiudi</translation>
  </message>
  <message>
   <source>Differences</source>
   <translation>Differenze</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Strati</translation>
  </message>
  <message>
   <source>MACs</source>
   <translation>MAC</translation>
  </message>
  <message>
   <source>No block was added, removed or changed.</source>
   <translation>Nessun blocco è stato aggiunto, tolto o cambiato.</translation>
  </message>
  <message>
   <source>Parameters</source>
   <translation>Parametri</translation>
  </message>
  <message>
   <source>Problems</source>
   <translation>Problemi</translation>
  </message>
  <message>
   <source>Removed: {0}.</source>
   <translation>Tolti: {0}.</translation>
  </message>
  <message>
   <source>{0} and {1} more</source>
   <translation>{0} e altri {1}</translation>
  </message>
 </context>
 <context>
  <name>DrawPage</name>
  <message>
   <source>Clear</source>
   <translation>Cancella</translation>
  </message>
  <message>
   <source>Clear the drawing (Delete, on the pad)</source>
   <translation>Cancella il disegno (Canc, sul riquadro)</translation>
  </message>
  <message>
   <source>Draw a digit large, with the mouse. What the network takes it for shows here while you draw, and with it the activations of the chosen block.</source>
   <translation>Disegna una cifra grande, con il mouse. Qui appare, mentre disegni, per che cosa la rete la prende, con le attivazioni del blocco scelto.</translation>
  </message>
  <message>
   <source>Fetching the activations…</source>
   <translation>Recupero delle attivazioni…</translation>
  </message>
  <message>
   <source>Probability of each class</source>
   <translation>Probabilità di ogni classe</translation>
  </message>
  <message>
   <source>The weights are still random, so it can only guess: train it first.</source>
   <translation>I pesi sono ancora casuali, quindi può solo tirare a indovinare: prima va addestrata.</translation>
  </message>
  <message>
   <source>a {0}, {1} %</source>
   <translation>un {0}, {1} %</translation>
  </message>
 </context>
 <context>
  <name>Drawing</name>
  <message>
   <source>Add a block here</source>
   <translation>Aggiungi un blocco qui</translation>
  </message>
  <message>
   <source>Before {0}</source>
   <translation>Prima di {0}</translation>
  </message>
  <message>
   <source>Behind {0}</source>
   <translation>Dopo {0}</translation>
  </message>
  <message>
   <source>Behind {0}: what takes {1}</source>
   <translation>Dopo {0}: ciò che accetta {1}</translation>
  </message>
  <message>
   <source>Only a block with one input and one output can be bypassed.</source>
   <translation>Si può bypassare solo un blocco con un ingresso e un’uscita.</translation>
  </message>
  <message>
   <source>Stop bypassing it</source>
   <translation>Non bypassarlo più</translation>
  </message>
  <message>
   <source>↑↓ choose   Enter add   Esc close</source>
   <translation>↑↓ scegli   Invio aggiungi   Esc chiudi</translation>
  </message>
  <message>
   <source>↑↓ choose   Enter add and connect   Esc close</source>
   <translation>↑↓ scegli   Invio aggiungi e collega   Esc chiudi</translation>
  </message>
  <message>
   <source>↑↓ choose   Enter behind it   Esc close</source>
   <translation>↑↓ scegli   Invio dopo il blocco   Esc chiudi</translation>
  </message>
  <message>
   <source>↑↓ choose   Enter into its wires   Shift+Enter new branch   Esc close</source>
   <translation>↑↓ scegli   Invio nei suoi collegamenti   Maiusc+Invio nuovo ramo   Esc chiudi</translation>
  </message>
 </context>
 <context>
  <name>DrawingPad</name>
  <message>
   <source>Draw a digit here</source>
   <translation>Disegna qui una cifra</translation>
  </message>
  <message>
   <source>Draw a digit with the mouse, or with the arrow keys after Space has lowered the pen. Delete clears it.</source>
   <translation>Disegna una cifra con il mouse, o con le frecce dopo che Spazio ha abbassato la penna. Canc la cancella.</translation>
  </message>
  <message>
   <source>Drawing pad</source>
   <translation>Riquadro da disegno</translation>
  </message>
 </context>
 <context>
  <name>Empty</name>
  <message>
   <source>As last saved</source>
   <translation>Come all’ultimo salvataggio</translation>
  </message>
  <message>
   <source>Blocks are put side by side, and what was added, removed, changed or wired elsewhere is marked on both and listed with its figures.</source>
   <translation>I blocchi stanno fianco a fianco; ciò che è stato aggiunto, tolto, cambiato o collegato altrove è segnato su entrambi ed elencato con i suoi valori.</translation>
  </message>
  <message>
   <source>Compare this network with another</source>
   <translation>Confronta questa rete con un’altra</translation>
  </message>
  <message>
   <source>From a file…</source>
   <translation>Da un file…</translation>
  </message>
  <message>
   <source>From the gallery…</source>
   <translation>Dalla galleria…</translation>
  </message>
  <message>
   <source>as last saved</source>
   <translation>come all’ultimo salvataggio</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Annulla</translation>
  </message>
  <message>
   <source>Copied.</source>
   <translation>Copiato.</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Copia</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Esporta</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Formato</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>Anteprima</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>Salva…</translation>
  </message>
  <message>
   <source>What the file will hold</source>
   <translation>Che cosa conterrà il file</translation>
  </message>
  <message>
   <source>about {0}</source>
   <translation>circa {0}</translation>
  </message>
  <message>
   <source>holds</source>
   <translation>contiene</translation>
  </message>
  <message>
   <source>name</source>
   <translation>nome</translation>
  </message>
  <message>
   <source>size</source>
   <translation>dimensione</translation>
  </message>
  <message>
   <source>{0} lines · {1}</source>
   <translation>{0} righe · {1}</translation>
  </message>
 </context>
 <context>
  <name>Exporting</name>
  <message>
   <source>Export</source>
   <translation>Esporta</translation>
  </message>
 </context>
 <context>
  <name>Exports</name>
  <message>
   <source>Export cancelled; nothing was written.</source>
   <translation>Esportazione annullata; non è stato scritto nulla.</translation>
  </message>
  <message>
   <source>Exported to {0}, with its weights.</source>
   <translation>Esportato in {0}, con i suoi pesi.</translation>
  </message>
  <message>
   <source>Exported to {0}, with random weights: it was not trained yet.</source>
   <translation>Esportato in {0}, con pesi casuali: la rete non è ancora addestrata.</translation>
  </message>
  <message>
   <source>Exported to {0}, with the weights it has learnt.</source>
   <translation>Esportato in {0}, con i pesi che ha imparato.</translation>
  </message>
  <message>
   <source>Exported to {0}.</source>
   <translation>Esportato in {0}.</translation>
  </message>
  <message>
   <source>Exporting ONNX…</source>
   <translation>Esportazione ONNX…</translation>
  </message>
  <message>
   <source>Exporting PyTorch…</source>
   <translation>Esportazione PyTorch…</translation>
  </message>
  <message>
   <source>Exporting the weights…</source>
   <translation>Esportazione dei pesi…</translation>
  </message>
  <message>
   <source>Exporting with torch.export…</source>
   <translation>Esportazione con torch.export…</translation>
  </message>
  <message>
   <source>Not exported: {0}</source>
   <translation>Non esportato: {0}</translation>
  </message>
  <message>
   <source>Show the folder</source>
   <translation>Mostra la cartella</translation>
  </message>
 </context>
 <context>
  <name>Field</name>
  <message>
   <source>no</source>
   <translation>no</translation>
  </message>
  <message>
   <source>none</source>
   <translation>nessuno</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>sì</translation>
  </message>
 </context>
 <context>
  <name>Figures</name>
  <message>
   <source>A multiply-add counts as two operations. Papers often print MACs as “FLOPs”.</source>
   <translation>Una moltiplicazione-addizione conta come due operazioni. Gli articoli spesso chiamano “FLOP” i MAC.</translation>
  </message>
  <message>
   <source>Bias, norm, pooling, activation and addition: never part of MACs and FLOPs here.</source>
   <translation>Bias, normalizzazione, pooling, attivazione e addizione: qui mai parte di MAC e FLOP.</translation>
  </message>
  <message>
   <source>Channels × height × width of one sample’s result.</source>
   <translation>Canali × altezza × larghezza del risultato di un campione.</translation>
  </message>
  <message>
   <source>FLOPs (2×MACs)</source>
   <translation>FLOP (2×MAC)</translation>
  </message>
  <message>
   <source>FLOPs and other operations together, as some tools count.</source>
   <translation>FLOP e altre operazioni insieme, come contano alcuni strumenti.</translation>
  </message>
  <message>
   <source>Learned numbers, and their share of the network’s.</source>
   <translation>Numeri imparati, e la loro quota di quelli della rete.</translation>
  </message>
  <message>
   <source>MACs</source>
   <translation>MAC</translation>
  </message>
  <message>
   <source>Median time of a forward pass, where it was measured since it last changed.</source>
   <translation>Tempo mediano di un passo in avanti, se è stato misurato dall’ultimo cambiamento.</translation>
  </message>
  <message>
   <source>Multiply-adds of one sample’s pass, in convolution and linear layers, and their share of the network’s.</source>
   <translation>Moltiplicazioni-addizioni del passaggio di un campione, negli strati convoluzionali e lineari, e la loro quota di quelle della rete.</translation>
  </message>
  <message>
   <source>Pixels of the image that one value of the output sees, and how far it moves.</source>
   <translation>Pixel dell’immagine che vede un valore dell’uscita, e di quanto si sposta.</translation>
  </message>
  <message>
   <source>The activations of a whole batch in float32, 4 bytes a value.</source>
   <translation>Le attivazioni di un intero batch in float32, 4 byte per valore.</translation>
  </message>
  <message>
   <source>Values made on the way, of one sample.</source>
   <translation>Valori prodotti lungo il percorso, di un campione.</translation>
  </message>
  <message>
   <source>While training, each activation is kept together with its gradient.</source>
   <translation>Durante l’addestramento ogni attivazione è conservata insieme al suo gradiente.</translation>
  </message>
  <message>
   <source>activation memory</source>
   <translation>memoria delle attivazioni</translation>
  </message>
  <message>
   <source>activations</source>
   <translation>attivazioni</translation>
  </message>
  <message>
   <source>batch {0}</source>
   <translation>batch {0}</translation>
  </message>
  <message>
   <source>full count</source>
   <translation>conteggio completo</translation>
  </message>
  <message>
   <source>measured</source>
   <translation>misurato</translation>
  </message>
  <message>
   <source>other operations</source>
   <translation>altre operazioni</translation>
  </message>
  <message>
   <source>output</source>
   <translation>uscita</translation>
  </message>
  <message>
   <source>parameters</source>
   <translation>parametri</translation>
  </message>
  <message>
   <source>receptive field</source>
   <translation>campo recettivo</translation>
  </message>
  <message>
   <source>with gradients</source>
   <translation>con i gradienti</translation>
  </message>
  <message>
   <source>{0} trained</source>
   <translation>{0} addestrati</translation>
  </message>
 </context>
 <context>
  <name>FiguresPanel</name>
  <message>
   <source>CSV (*.csv)</source>
   <translation>CSV (*.csv)</translation>
  </message>
  <message>
   <source>Columns of the table</source>
   <translation>Colonne della tabella</translation>
  </message>
  <message>
   <source>Copy as {0}</source>
   <translation>Copia come {0}</translation>
  </message>
  <message>
   <source>Export or copy the table</source>
   <translation>Esporta o copia la tabella</translation>
  </message>
  <message>
   <source>Export the table</source>
   <translation>Esporta la tabella</translation>
  </message>
  <message>
   <source>Exported to {0}.</source>
   <translation>Esportato in {0}.</translation>
  </message>
  <message>
   <source>FIGURES</source>
   <translation>VALORI</translation>
  </message>
  <message>
   <source>LaTeX (*.tex)</source>
   <translation>LaTeX (*.tex)</translation>
  </message>
  <message>
   <source>Markdown (*.md)</source>
   <translation>Markdown (*.md)</translation>
  </message>
  <message>
   <source>Not exported: {0}</source>
   <translation>Non esportato: {0}</translation>
  </message>
  <message>
   <source>Only the rows that are opened</source>
   <translation>Solo le righe aperte</translation>
  </message>
  <message>
   <source>Save as {0}…</source>
   <translation>Salva come {0}…</translation>
  </message>
  <message>
   <source>Show all blocks in the table</source>
   <translation>Mostra tutti i blocchi nella tabella</translation>
  </message>
  <message>
   <source>The table is on the clipboard.</source>
   <translation>La tabella è negli appunti.</translation>
  </message>
 </context>
 <context>
  <name>FiguresTable</name>
  <message>
   <source>% MACs</source>
   <translation>% MAC</translation>
  </message>
  <message>
   <source>% params</source>
   <translation>% parametri</translation>
  </message>
  <message>
   <source>2 × MACs</source>
   <translation>2 × MAC</translation>
  </message>
  <message>
   <source>Bias, norm, pooling, activation and addition: never part of MACs and FLOPs</source>
   <translation>Bias, normalizzazione, pooling, attivazione e addizione: mai parte di MAC e FLOP</translation>
  </message>
  <message>
   <source>Channels × height × width of one sample’s result</source>
   <translation>Canali × altezza × larghezza del risultato di un campione</translation>
  </message>
  <message>
   <source>Channels × height × width of what comes in</source>
   <translation>Canali × altezza × larghezza di ciò che entra</translation>
  </message>
  <message>
   <source>Click to sort; a third click restores the network’s order</source>
   <translation>Fai clic per ordinare; un terzo clic ripristina l’ordine della rete</translation>
  </message>
  <message>
   <source>FLOPs</source>
   <translation>FLOP</translation>
  </message>
  <message>
   <source>FLOPs and other operations together</source>
   <translation>FLOP e altre operazioni insieme</translation>
  </message>
  <message>
   <source>Figures</source>
   <translation>Valori</translation>
  </message>
  <message>
   <source>Kernel, stride, channels and the like, in short</source>
   <translation>Kernel, stride, canali e simili, in breve</translation>
  </message>
  <message>
   <source>Learned numbers</source>
   <translation>Numeri imparati</translation>
  </message>
  <message>
   <source>MACs</source>
   <translation>MAC</translation>
  </message>
  <message>
   <source>Measured: the median of several passes of the batch</source>
   <translation>Misurato: la mediana di più passaggi del batch</translation>
  </message>
  <message>
   <source>Multiply-adds of one sample’s pass, in convolution and linear layers</source>
   <translation>Moltiplicazioni-addizioni del passaggio di un campione, negli strati convoluzionali e lineari</translation>
  </message>
  <message>
   <source>Parameters that training changes</source>
   <translation>Parametri che l’addestramento cambia</translation>
  </message>
  <message>
   <source>Pixels of the image between the fields of neighbouring values</source>
   <translation>Pixel dell’immagine tra i campi di valori vicini</translation>
  </message>
  <message>
   <source>Pixels of the image that one value of the output sees</source>
   <translation>Pixel dell’immagine che vede un valore dell’uscita</translation>
  </message>
  <message>
   <source>Share of the network’s MACs</source>
   <translation>Quota dei MAC della rete</translation>
  </message>
  <message>
   <source>Share of the network’s parameters</source>
   <translation>Quota dei parametri della rete</translation>
  </message>
  <message>
   <source>The activations of the batch in float32</source>
   <translation>Le attivazioni del batch in float32</translation>
  </message>
  <message>
   <source>The usual columns</source>
   <translation>Le colonne abituali</translation>
  </message>
  <message>
   <source>Values made on the way, of one sample</source>
   <translation>Valori prodotti lungo il percorso, di un campione</translation>
  </message>
  <message>
   <source>What it is called; open it to see what it is made of</source>
   <translation>Come si chiama; aprilo per vedere di che cosa è fatto</translation>
  </message>
  <message>
   <source>What kind of block it is</source>
   <translation>Che genere di blocco è</translation>
  </message>
  <message>
   <source>activations</source>
   <translation>attivazioni</translation>
  </message>
  <message>
   <source>block</source>
   <translation>blocco</translation>
  </message>
  <message>
   <source>field</source>
   <translation>campo</translation>
  </message>
  <message>
   <source>field step</source>
   <translation>passo del campo</translation>
  </message>
  <message>
   <source>full count</source>
   <translation>conteggio completo</translation>
  </message>
  <message>
   <source>input</source>
   <translation>ingresso</translation>
  </message>
  <message>
   <source>memory</source>
   <translation>memoria</translation>
  </message>
  <message>
   <source>other ops</source>
   <translation>altre op.</translation>
  </message>
  <message>
   <source>output</source>
   <translation>uscita</translation>
  </message>
  <message>
   <source>parameters</source>
   <translation>parametri</translation>
  </message>
  <message>
   <source>settings</source>
   <translation>impostazioni</translation>
  </message>
  <message>
   <source>time</source>
   <translation>tempo</translation>
  </message>
  <message>
   <source>total</source>
   <translation>totale</translation>
  </message>
  <message>
   <source>trainable</source>
   <translation>addestrabili</translation>
  </message>
  <message>
   <source>training only</source>
   <translation>solo in addestramento</translation>
  </message>
  <message>
   <source>type</source>
   <translation>tipo</translation>
  </message>
 </context>
 <context>
  <name>FilePage</name>
  <message>
   <source>An .onnx, .py or .pt2 file</source>
   <translation>Un file .onnx, .py o .pt2</translation>
  </message>
  <message>
   <source>Browse…</source>
   <translation>Sfoglia…</translation>
  </message>
  <message>
   <source>Class or function</source>
   <translation>Classe o funzione</translation>
  </message>
  <message>
   <source>Do that only with files that you trust.</source>
   <translation>Fallo solo con file di cui ti fidi.</translation>
  </message>
  <message>
   <source>File</source>
   <translation>File</translation>
  </message>
  <message>
   <source>Importing {0} runs the Python code in it, in a separate process.</source>
   <translation>Importare {0} esegue il codice Python che contiene, in un processo separato.</translation>
  </message>
  <message>
   <source>Run it</source>
   <translation>Eseguilo</translation>
  </message>
  <message>
   <source>{0} is an archive of torch.export. Reading it may run code that is in it, in a separate process.</source>
   <translation>{0} è un archivio di torch.export. Leggerlo può eseguire il codice che contiene, in un processo separato.</translation>
  </message>
 </context>
 <context>
  <name>Files</name>
  <message>
   <source>Keep for next time</source>
   <translation>Tieni per la prossima volta</translation>
  </message>
  <message>
   <source>Networks (*{0});;All files (*)</source>
   <translation>Reti (*{0});;Tutti i file (*)</translation>
  </message>
  <message>
   <source>Not saved: {0}. Nothing is lost; it is still open here.</source>
   <translation>Non salvata: {0}. Nulla è perso; è ancora aperta qui.</translation>
  </message>
  <message>
   <source>Open a network</source>
   <translation>Apri una rete</translation>
  </message>
  <message>
   <source>Open another…</source>
   <translation>Apri un’altra…</translation>
  </message>
  <message>
   <source>Previous version</source>
   <translation>Versione precedente</translation>
  </message>
  <message>
   <source>Save elsewhere…</source>
   <translation>Salva altrove…</translation>
  </message>
  <message>
   <source>Save the changes to “{0}”?</source>
   <translation>Salvare le modifiche a “{0}”?</translation>
  </message>
  <message>
   <source>Save the network</source>
   <translation>Salva la rete</translation>
  </message>
  <message>
   <source>The previous version could not be opened: {0}.</source>
   <translation>Impossibile aprire la versione precedente: {0}.</translation>
  </message>
  <message>
   <source>The previous version is the same as this one.</source>
   <translation>La versione precedente è uguale a questa.</translation>
  </message>
  <message>
   <source>They are lost otherwise.</source>
   <translation>Altrimenti vanno perse.</translation>
  </message>
  <message>
   <source>This file could not be opened. {0}. The network here is as it was.</source>
   <translation>Impossibile aprire questo file. {0}. La rete qui è rimasta com’era.</translation>
  </message>
  <message>
   <source>This is a copy: saving it asks where to.</source>
   <translation>Questa è una copia: al salvataggio verrà chiesto dove.</translation>
  </message>
  <message>
   <source>This is the version before the last save. Undo brings yours back.</source>
   <translation>Questa è la versione prima dell’ultimo salvataggio. Annulla riporta la tua.</translation>
  </message>
  <message>
   <source>Unsaved changes</source>
   <translation>Modifiche non salvate</translation>
  </message>
 </context>
 <context>
  <name>FiltersPage</name>
  <message>
   <source>A filter has a slice for each input channel: see one, or the mean of all</source>
   <translation>Un filtro ha una fetta per ogni canale d’ingresso: guardane una, o la media di tutte</translation>
  </message>
  <message>
   <source>Each filter looks for one local pattern everywhere in the image; that is why its weights are shared.</source>
   <translation>Ogni filtro cerca un motivo locale ovunque nell’immagine; per questo i suoi pesi sono condivisi.</translation>
  </message>
  <message>
   <source>Fetching the filters…</source>
   <translation>Recupero dei filtri…</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>Filtri</translation>
  </message>
  <message>
   <source>Filters are the weights of convolutions: drag one from the palette.</source>
   <translation>I filtri sono i pesi delle convoluzioni: trascinane una dalla palette.</translation>
  </message>
  <message>
   <source>Input channel</source>
   <translation>Canale d’ingresso</translation>
  </message>
  <message>
   <source>Sort the filters by the size of their weights</source>
   <translation>Ordina i filtri per grandezza dei pesi</translation>
  </message>
  <message>
   <source>Strongest first</source>
   <translation>Prima i più forti</translation>
  </message>
  <message>
   <source>These are random: train the network and watch them take shape.</source>
   <translation>Questi sono casuali: addestra la rete e guardali prendere forma.</translation>
  </message>
  <message>
   <source>This network has no convolution</source>
   <translation>Questa rete non ha convoluzioni</translation>
  </message>
  <message>
   <source>filter {0}</source>
   <translation>filtro {0}</translation>
  </message>
  <message>
   <source>first {0} of {1} filters {2}</source>
   <translation>primi {0} di {1} filtri {2}</translation>
  </message>
  <message>
   <source>in colour</source>
   <translation>a colori</translation>
  </message>
  <message>
   <source>input channel {0}</source>
   <translation>canale d’ingresso {0}</translation>
  </message>
  <message>
   <source>largest weight</source>
   <translation>peso maggiore</translation>
  </message>
  <message>
   <source>mean of {0}</source>
   <translation>media di {0}</translation>
  </message>
  <message>
   <source>sorted by strength</source>
   <translation>ordinati per forza</translation>
  </message>
  <message>
   <source>strongest first</source>
   <translation>prima i più forti</translation>
  </message>
  <message>
   <source>{0} filters {1}</source>
   <translation>{0} filtri {1}</translation>
  </message>
 </context>
 <context>
  <name>FindBar</name>
  <message>
   <source>%n found</source>
   <translation>%n trovati</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Chiudi</translation>
  </message>
  <message>
   <source>Close (Esc)</source>
   <translation>Chiudi (Esc)</translation>
  </message>
  <message>
   <source>Find in the network</source>
   <translation>Trova nella rete</translation>
  </message>
  <message>
   <source>For instance {0}</source>
   <translation>Per esempio {0}</translation>
  </message>
  <message>
   <source>Name, type, shape or value</source>
   <translation>Nome, tipo, forma o valore</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Avanti</translation>
  </message>
  <message>
   <source>Next (F3)</source>
   <translation>Avanti (F3)</translation>
  </message>
  <message>
   <source>Nothing has that. One can ask for {0}.</source>
   <translation>Nessun blocco corrisponde. Si può chiedere {0}.</translation>
  </message>
  <message>
   <source>Previous</source>
   <translation>Indietro</translation>
  </message>
  <message>
   <source>Previous (Shift+F3)</source>
   <translation>Indietro (Maiusc+F3)</translation>
  </message>
  <message>
   <source>Show only these in the table</source>
   <translation>Mostra solo questi nella tabella</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} di {1}</translation>
  </message>
 </context>
 <context>
  <name>Format</name>
  <message>
   <source>all</source>
   <translation>tutta</translation>
  </message>
  <message>
   <source>whole image</source>
   <translation>tutta l’immagine</translation>
  </message>
  <message>
   <source>{0} px, stride {1}</source>
   <translation>{0} px, stride {1}</translation>
  </message>
 </context>
 <context>
  <name>Gallery</name>
  <message>
   <source>{0} params · {1}MACs</source>
   <translation>{0} parametri · {1}MAC</translation>
  </message>
 </context>
 <context>
  <name>GalleryDialog</name>
  <message>
   <source>1 network</source>
   <translation>1 rete</translation>
  </message>
  <message>
   <source>All families</source>
   <translation>Tutte le famiglie</translation>
  </message>
  <message>
   <source>By MACs</source>
   <translation>Per MAC</translation>
  </message>
  <message>
   <source>By name</source>
   <translation>Per nome</translation>
  </message>
  <message>
   <source>By parameters</source>
   <translation>Per parametri</translation>
  </message>
  <message>
   <source>By year</source>
   <translation>Per anno</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annulla</translation>
  </message>
  <message>
   <source>Family</source>
   <translation>Famiglia</translation>
  </message>
  <message>
   <source>Gallery of networks</source>
   <translation>Galleria delle reti</translation>
  </message>
  <message>
   <source>Largest first</source>
   <translation>Prima le più grandi</translation>
  </message>
  <message>
   <source>Largest, newest or last first</source>
   <translation>Prima le più grandi, recenti o ultime</translation>
  </message>
  <message>
   <source>Networks</source>
   <translation>Reti</translation>
  </message>
  <message>
   <source>No network here is like that.</source>
   <translation>Qui nessuna rete corrisponde.</translation>
  </message>
  <message>
   <source>Open a copy</source>
   <translation>Apri una copia</translation>
  </message>
  <message>
   <source>Search by name, year, idea or author</source>
   <translation>Cerca per nome, anno, idea o autore</translation>
  </message>
  <message>
   <source>Search the gallery</source>
   <translation>Cerca nella galleria</translation>
  </message>
  <message>
   <source>Sort by</source>
   <translation>Ordina per</translation>
  </message>
  <message>
   <source>{0} networks</source>
   <translation>{0} reti</translation>
  </message>
 </context>
 <context>
  <name>Headless</name>
  <message>
   <source>exit code {0}</source>
   <translation>codice di uscita {0}</translation>
  </message>
 </context>
 <context>
  <name>Heat</name>
  <message>
   <source>MACs</source>
   <translation>MAC</translation>
  </message>
  <message>
   <source>measured time</source>
   <translation>tempo misurato</translation>
  </message>
  <message>
   <source>memory</source>
   <translation>memoria</translation>
  </message>
  <message>
   <source>none</source>
   <translation>nessuna</translation>
  </message>
  <message>
   <source>parameters</source>
   <translation>parametri</translation>
  </message>
  <message>
   <source>receptive field</source>
   <translation>campo recettivo</translation>
  </message>
  <message>
   <source>whole image</source>
   <translation>tutta l’immagine</translation>
  </message>
  <message>
   <source>{0} MACs</source>
   <translation>{0} MAC</translation>
  </message>
  <message>
   <source>{0} params</source>
   <translation>{0} parametri</translation>
  </message>
  <message>
   <source>{0} px</source>
   <translation>{0} px</translation>
  </message>
 </context>
 <context>
  <name>HeatLegend</name>
  <message>
   <source>Heat: {0}</source>
   <translation>Calore: {0}</translation>
  </message>
  <message>
   <source>No block that is shown has any.</source>
   <translation>Nessun blocco visibile ne ha.</translation>
  </message>
  <message>
   <source>No heat</source>
   <translation>Nessun colore</translation>
  </message>
  <message>
   <source>from {0} to {1}</source>
   <translation>da {0} a {1}</translation>
  </message>
  <message>
   <source>linear</source>
   <translation>lineare</translation>
  </message>
  <message>
   <source>logarithmic</source>
   <translation>logaritmica</translation>
  </message>
  <message>
   <source>{0} blocks are coloured; {1} have none of it and keep their own colour.</source>
   <translation>{0} blocchi sono colorati; {1} non ne hanno e mantengono il loro colore.</translation>
  </message>
 </context>
 <context>
  <name>ImportDialog</name>
  <message>
   <source>A file</source>
   <translation>Un file</translation>
  </message>
  <message>
   <source>A size is three numbers, channels, height and width: 3×224×224.</source>
   <translation>Una dimensione è tre numeri, canali, altezza e larghezza: 3×224×224.</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annulla</translation>
  </message>
  <message>
   <source>Image size</source>
   <translation>Dimensione dell’immagine</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importa</translation>
  </message>
  <message>
   <source>Import a network</source>
   <translation>Importa una rete</translation>
  </message>
  <message>
   <source>Importing</source>
   <translation>Importazione</translation>
  </message>
  <message>
   <source>Importing {0}…</source>
   <translation>Importazione di {0}…</translation>
  </message>
  <message>
   <source>Networks (*.onnx *.py *.pt2);;All files (*)</source>
   <translation>Reti (*.onnx *.py *.pt2);;Tutti i file (*)</translation>
  </message>
  <message>
   <source>Where from</source>
   <translation>Da dove</translation>
  </message>
  <message>
   <source>its own, such as 3×224×224</source>
   <translation>la sua, per esempio 3×224×224</translation>
  </message>
 </context>
 <context>
  <name>ImportReport</name>
  <message>
   <source>Imported {0}: {1} layers, {2} parameters, {3} MACs.</source>
   <translation>Importata {0}: {1} strati, {2} parametri, {3} MAC.</translation>
  </message>
  <message>
   <source>Its values are not exactly those of the original.</source>
   <translation>I suoi valori non sono esattamente quelli dell’originale.</translation>
  </message>
  <message>
   <source>{0} of its blocks are opaque: they have no layer here.</source>
   <translation>{0} dei suoi blocchi sono opachi: qui non hanno uno strato.</translation>
  </message>
  <message>
   <source>{0} parts were left out.</source>
   <translation>{0} parti sono state omesse.</translation>
  </message>
 </context>
 <context>
  <name>Importing</name>
  <message>
   <source>Import cancelled; nothing was changed.</source>
   <translation>Importazione annullata; non è cambiato nulla.</translation>
  </message>
  <message>
   <source>Not imported. {0}</source>
   <translation>Non importata. {0}</translation>
  </message>
  <message>
   <source>Show the report</source>
   <translation>Mostra il rapporto</translation>
  </message>
 </context>
 <context>
  <name>Insight</name>
  <message>
   <source>It looks into the network in the background.</source>
   <translation>Guarda nella rete in secondo piano.</translation>
  </message>
  <message>
   <source>Press Run to start it again.</source>
   <translation>Premi Avvia per farlo ripartire.</translation>
  </message>
  <message>
   <source>The worker has ended</source>
   <translation>Il processo di calcolo è terminato</translation>
  </message>
  <message>
   <source>The worker is starting</source>
   <translation>Il processo di calcolo si sta avviando</translation>
  </message>
 </context>
 <context>
  <name>InsightPanel</name>
  <message>
   <source>Activations</source>
   <translation>Attivazioni</translation>
  </message>
  <message>
   <source>Draw</source>
   <translation>Disegna</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>Filtri</translation>
  </message>
  <message>
   <source>Insight</source>
   <translation>Analisi</translation>
  </message>
 </context>
 <context>
  <name>Inspector</name>
  <message>
   <source>Inspector</source>
   <translation>Ispettore</translation>
  </message>
 </context>
 <context>
  <name>Legend</name>
  <message>
   <source>Legend</source>
   <translation>Legenda</translation>
  </message>
 </context>
 <context>
  <name>LinkedPanes</name>
  <message>
   <source>{0}, to look at</source>
   <translation>{0}, da guardare</translation>
  </message>
 </context>
 <context>
  <name>MakeBlockDialog</name>
  <message>
   <source>Make a block</source>
   <translation>Crea un blocco</translation>
  </message>
  <message>
   <source>Make the block</source>
   <translation>Crea il blocco</translation>
  </message>
  <message>
   <source>Name of the block</source>
   <translation>Nome del blocco</translation>
  </message>
 </context>
 <context>
  <name>Measurements</name>
  <message>
   <source>trained here</source>
   <translation>addestrata qui</translation>
  </message>
  <message>
   <source>{0}, run {1}</source>
   <translation>{0}, esecuzione {1}</translation>
  </message>
 </context>
 <context>
  <name>Measuring</name>
  <message>
   <source>Cancel</source>
   <translation>Annulla</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>Misura</translation>
  </message>
  <message>
   <source>Measure again</source>
   <translation>Misura di nuovo</translation>
  </message>
  <message>
   <source>Measured before the last edit: {0} blocks are others now.</source>
   <translation>Misurato prima dell’ultima modifica: {0} blocchi ora sono altri.</translation>
  </message>
  <message>
   <source>Measured for batch {0}.</source>
   <translation>Misurato per il batch {0}.</translation>
  </message>
  <message>
   <source>Measuring… {0} %</source>
   <translation>Misurazione… {0} %</translation>
  </message>
  <message>
   <source>Not measured yet: the worker runs the network a few times.</source>
   <translation>Non ancora misurato: il processo di calcolo esegue la rete alcune volte.</translation>
  </message>
  <message>
   <source>Nothing is measured while training.</source>
   <translation>Durante l’addestramento non si misura nulla.</translation>
  </message>
  <message>
   <source>The worker ended while it was measuring.</source>
   <translation>Il processo di calcolo è terminato durante la misurazione.</translation>
  </message>
  <message>
   <source>There is no worker to measure with.</source>
   <translation>Non c’è un processo di calcolo con cui misurare.</translation>
  </message>
  <message>
   <source>Waiting for the worker…</source>
   <translation>In attesa del processo di calcolo…</translation>
  </message>
  <message>
   <source>{0} for the whole pass, {1}: median of {2}.</source>
   <translation>{0} per l’intero passaggio, {1}: mediana di {2}.</translation>
  </message>
 </context>
 <context>
  <name>Meeting</name>
  <message>
   <source>Already open</source>
   <translation>Già aperta</translation>
  </message>
  <message>
   <source>Another program has changed “{0}” since it was opened.</source>
   <translation>Un altro programma ha cambiato “{0}” da quando è stato aperto.</translation>
  </message>
  <message>
   <source>Changed on the disk</source>
   <translation>Cambiato sul disco</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Confronto</translation>
  </message>
  <message>
   <source>If both are saved, the one that is saved last stays.</source>
   <translation>Se si salvano entrambe, resta quella salvata per ultima.</translation>
  </message>
  <message>
   <source>If you write over it, its version stays as the previous one.</source>
   <translation>Se lo sovrascrivi, la sua versione resta come precedente.</translation>
  </message>
  <message>
   <source>Keep mine</source>
   <translation>Tieni la mia</translation>
  </message>
  <message>
   <source>On the disk</source>
   <translation>Sul disco</translation>
  </message>
  <message>
   <source>Open a copy</source>
   <translation>Apri una copia</translation>
  </message>
  <message>
   <source>Open here</source>
   <translation>Apri qui</translation>
  </message>
  <message>
   <source>Open it anyway</source>
   <translation>Apri comunque</translation>
  </message>
  <message>
   <source>Reload</source>
   <translation>Ricarica</translation>
  </message>
  <message>
   <source>Save elsewhere…</source>
   <translation>Salva altrove…</translation>
  </message>
  <message>
   <source>Show that window</source>
   <translation>Mostra quella finestra</translation>
  </message>
  <message>
   <source>The other window does not answer. This is a copy.</source>
   <translation>L’altra finestra non risponde. Questa è una copia.</translation>
  </message>
  <message>
   <source>Write over it</source>
   <translation>Sovrascrivi</translation>
  </message>
  <message>
   <source>in another window</source>
   <translation>in un’altra finestra</translation>
  </message>
  <message>
   <source>on {0}</source>
   <translation>su {0}</translation>
  </message>
  <message>
   <source>“{0}” is gone from the disk. What is open here is all there is.</source>
   <translation>“{0}” non è più sul disco. Ciò che è aperto qui è tutto quello che c’è.</translation>
  </message>
  <message>
   <source>“{0}” is open {1}.</source>
   <translation>“{0}” è aperto {1}.</translation>
  </message>
  <message>
   <source>“{0}” was changed by another program and cannot be read now.</source>
   <translation>“{0}” è stato cambiato da un altro programma e ora non si può leggere.</translation>
  </message>
  <message>
   <source>“{0}” was changed by another program.</source>
   <translation>“{0}” è stato cambiato da un altro programma.</translation>
  </message>
 </context>
 <context>
  <name>MemoryFigures</name>
  <message>
   <source>All memory of a training step: weights, what the optimizer keeps, and the peak. Workspace within one call is not counted.</source>
   <translation>Tutta la memoria di un passo di addestramento: i pesi, ciò che conserva l’ottimizzatore e il picco. Lo spazio di lavoro di una singola chiamata non è contato.</translation>
  </message>
  <message>
   <source>Kept values, their gradients and those of the weights, at the worst.</source>
   <translation>Valori conservati, i loro gradienti e quelli dei pesi, nel momento peggiore.</translation>
  </message>
  <message>
   <source>MEMORY OVER TIME</source>
   <translation>MEMORIA NEL TEMPO</translation>
  </message>
  <message>
   <source>The most that is in memory at once: the image, values that wait to be read, and what is being made. A value goes after its last use.</source>
   <translation>Il massimo che sta in memoria insieme: l’immagine, i valori che aspettano di essere letti e ciò che si sta producendo. Un valore se ne va dopo il suo ultimo uso.</translation>
  </message>
  <message>
   <source>What training keeps of the forward pass, because a gradient needs it. A value that several layers need is kept once.</source>
   <translation>Ciò che l’addestramento conserva del passo in avanti, perché serve a un gradiente. Un valore che serve a più strati è conservato una volta sola.</translation>
  </message>
  <message>
   <source>alive in inference</source>
   <translation>in vita in inferenza</translation>
  </message>
  <message>
   <source>batch {0}</source>
   <translation>batch {0}</translation>
  </message>
  <message>
   <source>kept for backward</source>
   <translation>per la retropropagazione</translation>
  </message>
  <message>
   <source>peak in inference</source>
   <translation>picco in inferenza</translation>
  </message>
  <message>
   <source>peak in training</source>
   <translation>picco in addestramento</translation>
  </message>
  <message>
   <source>training with Adam</source>
   <translation>addestramento con Adam</translation>
  </message>
 </context>
 <context>
  <name>Messages</name>
  <message>
   <source> ({0} times)</source>
   <translation> ({0} volte)</translation>
  </message>
  <message>
   <source> + out</source>
   <translation> + uscita</translation>
  </message>
  <message>
   <source> and </source>
   <translation> e </translation>
  </message>
  <message>
   <source> and buffers</source>
   <translation> e buffer</translation>
  </message>
  <message>
   <source> ceil</source>
   <translation> ceil</translation>
  </message>
  <message>
   <source> from {0} to {1}</source>
   <translation> da {0} a {1}</translation>
  </message>
  <message>
   <source> of at least {0}</source>
   <translation> di almeno {0}</translation>
  </message>
  <message>
   <source> with stride {0}</source>
   <translation> con stride {0}</translation>
  </message>
  <message>
   <source> · pool 3×3 s2</source>
   <translation> · pool 3×3 s2</translation>
  </message>
  <message>
   <source> − 1 (the last window would begin in the padding)</source>
   <translation> − 1 (l’ultima finestra comincerebbe nel padding)</translation>
  </message>
  <message>
   <source>$.{0}: two have the same name</source>
   <translation>$.{0}: due hanno lo stesso nome</translation>
  </message>
  <message>
   <source>% MACs</source>
   <translation>% MAC</translation>
  </message>
  <message>
   <source>% parameters</source>
   <translation>% parametri</translation>
  </message>
  <message>
   <source>(inputs − 1)·values</source>
   <translation>(ingressi − 1)·valori</translation>
  </message>
  <message>
   <source>(own field − 1)·step before</source>
   <translation>(campo proprio − 1)·passo precedente</translation>
  </message>
  <message>
   <source>(size + 2)·C·H·W</source>
   <translation>(size + 2)·C·H·W</translation>
  </message>
  <message>
   <source>(size + 2·padding − dilation·(kernel − 1) − 1) / stride</source>
   <translation>(dimensione + 2·padding − dilation·(kernel − 1) − 1) / stride</translation>
  </message>
  <message>
   <source>(size − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1</source>
   <translation>(dimensione − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1</translation>
  </message>
  <message>
   <source>({0} + {1} − {2}) / {3} is not whole: PyTorch rounds down, {4} never seen</source>
   <translation>({0} + {1} − {2}) / {3} non è intero: PyTorch arrotonda per difetto, {4}</translation>
  </message>
  <message>
   <source>+ {0} channels</source>
   <translation>+ {0} canali</translation>
  </message>
  <message>
   <source>, and halves the image in the first 1×1 of a block; torchvision does so in the 3×3, which then works on the large image</source>
   <translation>, e dimezza l’immagine nella prima 1×1 di un blocco; torchvision lo fa nella 3×3, che quindi lavora sull’immagine grande</translation>
  </message>
  <message>
   <source>, for any size</source>
   <translation>, per qualunque dimensione</translation>
  </message>
  <message>
   <source>, {0} channels</source>
   <translation>, {0} canali</translation>
  </message>
  <message>
   <source>1×1 convolutions think at every point; a mean a class replaces the last layers.</source>
   <translation>Convoluzioni 1×1 ragionano in ogni punto; una media per classe sostituisce gli ultimi strati.</translation>
  </message>
  <message>
   <source>1×1 projection</source>
   <translation>Proiezione 1×1</translation>
  </message>
  <message>
   <source>1×1 widens, depthwise filters, 1×1 narrows without activation; added to its input.</source>
   <translation>La 1×1 allarga, la depthwise filtra, la 1×1 restringe senza attivazione; sommata all’ingresso.</translation>
  </message>
  <message>
   <source>1×1 → {0}, pool 2×2</source>
   <translation>1×1 → {0}, pool 2×2</translation>
  </message>
  <message>
   <source>1×1, 3×3, 1×1 convolutions added to their input (ResNet-50 and deeper, ResNeXt).</source>
   <translation>Convoluzioni 1×1, 3×3, 1×1 sommate al loro ingresso (ResNet-50 e più profonde, ResNeXt).</translation>
  </message>
  <message>
   <source>2 where the module halves the image.</source>
   <translation>2 dove il modulo dimezza l’immagine.</translation>
  </message>
  <message>
   <source>2.3 GFLOPs</source>
   <translation>2,3 GFLOP</translation>
  </message>
  <message>
   <source>24 M values, 96 MB</source>
   <translation>24 M di valori, 96 MB</translation>
  </message>
  <message>
   <source>2·C (scale and shift)</source>
   <translation>2·C (scala e traslazione)</translation>
  </message>
  <message>
   <source>2·C·H·W (scale and shift)</source>
   <translation>2·C·H·W (scala e traslazione)</translation>
  </message>
  <message>
   <source>2·MACs</source>
   <translation>2·MAC</translation>
  </message>
  <message>
   <source>2·values·4 bytes·batch (each value, and its gradient)</source>
   <translation>2·valori·4 byte·batch (ogni valore, e il suo gradiente)</translation>
  </message>
  <message>
   <source>358 M MACs</source>
   <translation>358 M di MAC</translation>
  </message>
  <message>
   <source>39 GFLOPs</source>
   <translation>39 GFLOP</translation>
  </message>
  <message>
   <source>3×3 convolutions in a row, then a pooling that halves the image.</source>
   <translation>Convoluzioni 3×3 in fila, poi un pooling che dimezza l’immagine.</translation>
  </message>
  <message>
   <source>4 bytes for each</source>
   <translation>4 byte per ciascuno</translation>
  </message>
  <message>
   <source>; near: {0}</source>
   <translation>; simili: {0}</translation>
  </message>
  <message>
   <source>A 1×1 convolution squeezes, then 1×1 and 3×3 side by side expand (SqueezeNet).</source>
   <translation>Una convoluzione 1×1 comprime, poi 1×1 e 3×3 fianco a fianco espandono (SqueezeNet).</translation>
  </message>
  <message>
   <source>A 1×1 convolution that thins the channels, then a pooling that halves the image.</source>
   <translation>Una convoluzione 1×1 che riduce i canali, poi un pooling che dimezza l’immagine.</translation>
  </message>
  <message>
   <source>A ReLU that stops at 6 (MobileNet).</source>
   <translation>Una ReLU che si ferma a 6 (MobileNet).</translation>
  </message>
  <message>
   <source>A ReLU whose negative side falls off to a constant.</source>
   <translation>Una ReLU il cui lato negativo scende verso una costante.</translation>
  </message>
  <message>
   <source>A ReLU with a rounded corner.</source>
   <translation>Una ReLU con lo spigolo arrotondato.</translation>
  </message>
  <message>
   <source>A ResNeXt bottleneck with half the filters in its first 1×1 (SENet-154).</source>
   <translation>Un bottleneck di ResNeXt con metà dei filtri nella prima 1×1 (SENet-154).</translation>
  </message>
  <message>
   <source>A convolution run backwards: it makes the image larger by its stride.</source>
   <translation>Una convoluzione eseguita all’indietro: ingrandisce l’immagine del suo stride.</translation>
  </message>
  <message>
   <source>A convolution, its norm and its activation; padded so that stride 1 keeps the size.</source>
   <translation>Una convoluzione, la sua normalizzazione e la sua attivazione; con un padding per cui lo stride 1 mantiene la dimensione.</translation>
  </message>
  <message>
   <source>A convolution, then two 1×1 convolutions: a small network slides over the image.</source>
   <translation>Una convoluzione, poi due convoluzioni 1×1: una piccola rete scorre sull’immagine.</translation>
  </message>
  <message>
   <source>A deep network on two GPUs, with ReLU and dropout, halves the error on ImageNet.</source>
   <translation>Una rete profonda su due GPU, con ReLU e dropout, dimezza l’errore su ImageNet.</translation>
  </message>
  <message>
   <source>A drawing of {0}×{1} cannot have {2} pixels.</source>
   <translation>Un disegno di {0}×{1} non può avere {2} pixel.</translation>
  </message>
  <message>
   <source>A filter for each channel alone, then a 1×1 that mixes channels: 8 to 9 times cheaper.</source>
   <translation>Un filtro per ogni singolo canale, poi una 1×1 che mescola i canali: da 8 a 9 volte più economica.</translation>
  </message>
  <message>
   <source>A leaky ReLU whose slope for negative values is learned.</source>
   <translation>Una leaky ReLU la cui pendenza per i valori negativi è imparata.</translation>
  </message>
  <message>
   <source>A linear layer over the last axis, at each place by itself: a 1×1 convolution.</source>
   <translation>Uno strato lineare sull’ultimo asse, in ogni posto per sé: una convoluzione 1×1.</translation>
  </message>
  <message>
   <source>A module with named parts</source>
   <translation>Un modulo con parti nominate</translation>
  </message>
  <message>
   <source>A module with named parts, a numbered nn.Sequential, or no module of its own.</source>
   <translation>Un modulo con parti nominate, un nn.Sequential numerato, o nessun modulo proprio.</translation>
  </message>
  <message>
   <source>A norm on the way of the shortcuts changes what they carry, and training suffers.</source>
   <translation>Una normalizzazione sul percorso delle shortcut cambia ciò che portano, e l’addestramento ne soffre.</translation>
  </message>
  <message>
   <source>A parameter {0} = {1} of the network</source>
   <translation>Un parametro {0} = {1} della rete</translation>
  </message>
  <message>
   <source>A picture has 12 rows of 7 values, which are compared with the input.</source>
   <translation>Un’immagine ha 12 righe di 7 valori, che si confrontano con l’ingresso.</translation>
  </message>
  <message>
   <source>A search for accuracy and for speed measured on a phone chose each stage.</source>
   <translation>Una ricerca guidata dall’accuratezza e dalla velocità misurata su un telefono ha scelto ogni stadio.</translation>
  </message>
  <message>
   <source>A search on phones chose the blocks; gates and a straight-lined swish are cheap.</source>
   <translation>Una ricerca sui telefoni ha scelto i blocchi; i gate e una swish a tratti rettilinei costano poco.</translation>
  </message>
  <message>
   <source>A second classifier in the middle of a deep network, used while training (GoogLeNet).</source>
   <translation>Un secondo classificatore a metà di una rete profonda, usato durante l’addestramento (GoogLeNet).</translation>
  </message>
  <message>
   <source>A second classifier on the last 17×17 image, used while training; a regulariser.</source>
   <translation>Un secondo classificatore sull’ultima immagine 17×17, usato durante l’addestramento; un regolarizzatore.</translation>
  </message>
  <message>
   <source>A sigmoid made of straight lines.</source>
   <translation>Una sigmoide fatta di tratti rettilinei.</translation>
  </message>
  <message>
   <source>A single picture is too large to be shown.</source>
   <translation>Una singola immagine è troppo grande per essere mostrata.</translation>
  </message>
  <message>
   <source>A swish made of straight lines (MobileNetV3).</source>
   <translation>Una swish fatta di tratti rettilinei (MobileNetV3).</translation>
  </message>
  <message>
   <source>A training script classifies images, from one input to one output.</source>
   <translation>Uno script di addestramento classifica immagini, da un ingresso a un’uscita.</translation>
  </message>
  <message>
   <source>A vector has no height and width to slide a window over.</source>
   <translation>Un vettore non ha altezza e larghezza su cui far scorrere una finestra.</translation>
  </message>
  <message>
   <source>A window could then lie wholly in the padding.</source>
   <translation>Una finestra potrebbe allora trovarsi tutta nel padding.</translation>
  </message>
  <message>
   <source>A: identity, new channels are zeros. B: a 1×1 convolution where shapes change. C: always a 1×1 convolution. None: a plain block.</source>
   <translation>A: identità, i canali nuovi sono zeri. B: una convoluzione 1×1 dove le forme cambiano. C: sempre una convoluzione 1×1. Nessuna: un blocco semplice.</translation>
  </message>
  <message>
   <source>Activations, gradients and parameters are all kept at once while training.</source>
   <translation>Durante l’addestramento attivazioni, gradienti e parametri sono conservati tutti insieme.</translation>
  </message>
  <message>
   <source>Adaptive pooling</source>
   <translation>Pooling adattivo</translation>
  </message>
  <message>
   <source>Adaptive pooling to 1×1 instead</source>
   <translation>Pooling adattivo a 1×1, invece</translation>
  </message>
  <message>
   <source>Adaptive pooling to {0}×{1} and flatten before {2}</source>
   <translation>Pooling adattivo a {0}×{1} e flatten prima di {2}</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Addizione</translation>
  </message>
  <message>
   <source>Add a convolution or a linear layer.</source>
   <translation>Aggiungi una convoluzione o uno strato lineare.</translation>
  </message>
  <message>
   <source>Add an Input</source>
   <translation>Aggiungi un ingresso</translation>
  </message>
  <message>
   <source>Add an Input before {0}</source>
   <translation>Aggiungi un ingresso prima di {0}</translation>
  </message>
  <message>
   <source>Add an Output behind {0}</source>
   <translation>Aggiungi un’uscita dopo {0}</translation>
  </message>
  <message>
   <source>Add {0}</source>
   <translation>Aggiungi {0}</translation>
  </message>
  <message>
   <source>Add {0} to {1}</source>
   <translation>Aggiungi {0} a {1}</translation>
  </message>
  <message>
   <source>Added to the variance, so that nothing is divided by zero.</source>
   <translation>Sommato alla varianza, perché non si divida mai per zero.</translation>
  </message>
  <message>
   <source>Adds a constant to every value.</source>
   <translation>Aggiunge una costante a ogni valore.</translation>
  </message>
  <message>
   <source>Adds a learned constant to each channel, as a bias on its own.</source>
   <translation>Aggiunge a ogni canale una costante imparata, come un bias a sé.</translation>
  </message>
  <message>
   <source>Adds channels of zeros, as the shortcut without parameters does (ResNet, option A).</source>
   <translation>Aggiunge canali di zeri, come la shortcut senza parametri (ResNet, opzione A).</translation>
  </message>
  <message>
   <source>Adds its inputs value by value, as at the end of a residual block.</source>
   <translation>Somma i suoi ingressi valore per valore, come alla fine di un blocco residuo.</translation>
  </message>
  <message>
   <source>Adds rows and columns made of the image itself: mirrored, repeated or from across.</source>
   <translation>Aggiunge righe e colonne prese dall’immagine stessa: riflesse, ripetute o dal lato opposto.</translation>
  </message>
  <message>
   <source>Adds rows and columns of one value around the image.</source>
   <translation>Aggiunge righe e colonne di un valore intorno all’immagine.</translation>
  </message>
  <message>
   <source>Adds zeros around the image; negative numbers cut it.</source>
   <translation>Aggiunge zeri intorno all’immagine; i numeri negativi la tagliano.</translation>
  </message>
  <message>
   <source>AlexNet (2012)</source>
   <translation>AlexNet (2012)</translation>
  </message>
  <message>
   <source>AlexNet (one GPU)</source>
   <translation>AlexNet (una GPU)</translation>
  </message>
  <message>
   <source>AlexNet (ungrouped)</source>
   <translation>AlexNet (senza gruppi)</translation>
  </message>
  <message>
   <source>AlexNet as it is taught: on one GPU no filter needs to be blind to half the channels.</source>
   <translation>AlexNet come si insegna: su una GPU nessun filtro deve ignorare metà dei canali.</translation>
  </message>
  <message>
   <source>AlexNet with fewer filters in one stream, made when batches were split over GPUs.</source>
   <translation>AlexNet con meno filtri in un solo flusso, di quando i batch furono divisi tra le GPU.</translation>
  </message>
  <message>
   <source>An ELU scaled so that variance stays.</source>
   <translation>Una ELU scalata perché la varianza si conservi.</translation>
  </message>
  <message>
   <source>An ONNX file has its own weights. Leave out those of a file.</source>
   <translation>Un file ONNX ha i propri pesi. Ometti quelli di un file.</translation>
  </message>
  <message>
   <source>An image of {0}</source>
   <translation>Un’immagine di {0}</translation>
  </message>
  <message>
   <source>An input takes one wire.</source>
   <translation>Un ingresso accetta un solo collegamento.</translation>
  </message>
  <message>
   <source>An inverted residual with squeeze-and-excitation inside (MobileNetV3, EfficientNet).</source>
   <translation>Un residuo invertito con squeeze-and-excitation all’interno (MobileNetV3, EfficientNet).</translation>
  </message>
  <message>
   <source>Apple GPU</source>
   <translation>GPU Apple</translation>
  </message>
  <message>
   <source>As right as AlexNet with a fiftieth of its parameters: squeeze before every 3×3.</source>
   <translation>Precisa quanto AlexNet con un cinquantesimo dei parametri: comprimere prima di ogni 3×3.</translation>
  </message>
  <message>
   <source>As the normal cell, but its branches halve the image (NASNet-A).</source>
   <translation>Come la cella normale, ma i suoi rami dimezzano l’immagine (NASNet-A).</translation>
  </message>
  <message>
   <source>Auxiliary head</source>
   <translation>Testa ausiliaria</translation>
  </message>
  <message>
   <source>Average pooling</source>
   <translation>Average pooling</translation>
  </message>
  <message>
   <source>A·tanh(S·x). With 1.7159 and 2/3 it passes through (1, 1) and bends most there.</source>
   <translation>A·tanh(S·x). Con 1,7159 e 2/3 passa per (1, 1) e lì curva di più.</translation>
  </message>
  <message>
   <source>BN-Inception (Inception v2)</source>
   <translation>BN-Inception (Inception v2)</translation>
  </message>
  <message>
   <source>Batch norm</source>
   <translation>Batch norm</translation>
  </message>
  <message>
   <source>Batch norm after every convolution lets the deep stack of 3×3 train from scratch.</source>
   <translation>La batch norm dopo ogni convoluzione permette alla pila profonda di 3×3 di addestrarsi da zero.</translation>
  </message>
  <message>
   <source>Batch norm after every convolution lets the same network learn many times faster.</source>
   <translation>La batch norm dopo ogni convoluzione permette alla stessa rete di imparare molte volte più in fretta.</translation>
  </message>
  <message>
   <source>Batch norm after the convolution, or a bias instead.</source>
   <translation>Batch norm dopo la convoluzione, oppure un bias.</translation>
  </message>
  <message>
   <source>Batch norm's eps.</source>
   <translation>L’eps della batch norm.</translation>
  </message>
  <message>
   <source>Batch normalisation cannot train on a single value per channel.</source>
   <translation>La batch norm non si può addestrare con un solo valore per canale.</translation>
  </message>
  <message>
   <source>Blocks</source>
   <translation>Blocchi</translation>
  </message>
  <message>
   <source>Blocks learn what to add to their input, so that depth cannot hurt.</source>
   <translation>I blocchi imparano che cosa aggiungere al loro ingresso, così la profondità non può nuocere.</translation>
  </message>
  <message>
   <source>Blocks twice as wide inside gain more than ever more blocks, and run faster.</source>
   <translation>Blocchi larghi il doppio all’interno rendono più di sempre nuovi blocchi, e sono più veloci.</translation>
  </message>
  <message>
   <source>Bottleneck</source>
   <translation>Bottleneck</translation>
  </message>
  <message>
   <source>Bottleneck: {0} channels leave no width</source>
   <translation>Bottleneck: {0} canali non lasciano larghezza</translation>
  </message>
  <message>
   <source>Branches of 1×1, 3×3, 5×5 and pooling side by side, stacked: costly without reduction.</source>
   <translation>Rami 1×1, 3×3, 5×5 e pooling fianco a fianco, concatenati: costoso senza riduzione.</translation>
  </message>
  <message>
   <source>Branches of 1×1, 3×3, 5×5 and pooling, each thinned by a 1×1 convolution (GoogLeNet).</source>
   <translation>Rami 1×1, 3×3, 5×5 e pooling, ciascuno ridotto da una convoluzione 1×1 (GoogLeNet).</translation>
  </message>
  <message>
   <source>Bypass {0}</source>
   <translation>Bypassa {0}</translation>
  </message>
  <message>
   <source>CPU · 1 core</source>
   <translation>CPU · 1 core</translation>
  </message>
  <message>
   <source>CPU · {0} cores</source>
   <translation>CPU · {0} core</translation>
  </message>
  <message>
   <source>Call it {0}</source>
   <translation>Chiamalo {0}</translation>
  </message>
  <message>
   <source>Change the network's parameters</source>
   <translation>Cambia i parametri della rete</translation>
  </message>
  <message>
   <source>Change {0}</source>
   <translation>Cambia {0}</translation>
  </message>
  <message>
   <source>Change {0} of {1}</source>
   <translation>Cambia {0} di {1}</translation>
  </message>
  <message>
   <source>Channel shift</source>
   <translation>Traslazione dei canali</translation>
  </message>
  <message>
   <source>Channel shuffle</source>
   <translation>Channel shuffle</translation>
  </message>
  <message>
   <source>Channel split</source>
   <translation>Divisione dei canali</translation>
  </message>
  <message>
   <source>Channels after squeezing, for one after expanding.</source>
   <translation>Canali dopo la compressione, per uno dopo l’espansione.</translation>
  </message>
  <message>
   <source>Channels before the expansion by four.</source>
   <translation>Canali prima dell’espansione per quattro.</translation>
  </message>
  <message>
   <source>Channels before the expansion.</source>
   <translation>Canali prima dell’espansione.</translation>
  </message>
  <message>
   <source>Channels in between; as the output where not given.</source>
   <translation>Canali intermedi; come l’uscita se non indicati.</translation>
  </message>
  <message>
   <source>Channels inside, in place of the expansion.</source>
   <translation>Canali interni, al posto dell’espansione.</translation>
  </message>
  <message>
   <source>Channels of a group in the first stage.</source>
   <translation>Canali di un gruppo nel primo stadio.</translation>
  </message>
  <message>
   <source>Channels of a group, for 64 channels.</source>
   <translation>Canali di un gruppo, per 64 canali.</translation>
  </message>
  <message>
   <source>Channels of each branch in the first cells; doubled twice.</source>
   <translation>Canali di ogni ramo nelle prime celle; raddoppiati due volte.</translation>
  </message>
  <message>
   <source>Channels of each branch.</source>
   <translation>Canali di ogni ramo.</translation>
  </message>
  <message>
   <source>Channels of each of the two 3×3.</source>
   <translation>Canali di ciascuna delle due 3×3.</translation>
  </message>
  <message>
   <source>Channels of its 1×3; 192 in v1.</source>
   <translation>Canali della sua 1×3; 192 in v1.</translation>
  </message>
  <message>
   <source>Channels of its 1×7; 128 in v1.</source>
   <translation>Canali della sua 1×7; 128 in v1.</translation>
  </message>
  <message>
   <source>Channels of its 3×1; 192 in v1.</source>
   <translation>Canali della sua 3×1; 192 in v1.</translation>
  </message>
  <message>
   <source>Channels of its 3×3 with stride 2.</source>
   <translation>Canali della sua 3×3 con stride 2.</translation>
  </message>
  <message>
   <source>Channels of its 3×3.</source>
   <translation>Canali della sua 3×3.</translation>
  </message>
  <message>
   <source>Channels of its 7×1; 128 in v1.</source>
   <translation>Canali della sua 7×1; 128 in v1.</translation>
  </message>
  <message>
   <source>Channels of its second 3×3; 256 in v1.</source>
   <translation>Canali della sua seconda 3×3; 256 in v1.</translation>
  </message>
  <message>
   <source>Channels of its second 3×3; 32 in v1.</source>
   <translation>Canali della sua seconda 3×3; 32 in v1.</translation>
  </message>
  <message>
   <source>Channels of the 1×1 after the pooling.</source>
   <translation>Canali della 1×1 dopo il pooling.</translation>
  </message>
  <message>
   <source>Channels of the 1×1 after the pooling; 0 for none.</source>
   <translation>Canali della 1×1 dopo il pooling; 0 per nessuna.</translation>
  </message>
  <message>
   <source>Channels of the 1×1 before the 3×3.</source>
   <translation>Canali della 1×1 prima della 3×3.</translation>
  </message>
  <message>
   <source>Channels of the 1×1 before the 5×5.</source>
   <translation>Canali della 1×1 prima della 5×5.</translation>
  </message>
  <message>
   <source>Channels of the 1×1 before the factorised 3×3.</source>
   <translation>Canali della 1×1 prima della 3×3 fattorizzata.</translation>
  </message>
  <message>
   <source>Channels of the 1×1 before the factorised 7×7.</source>
   <translation>Canali della 1×1 prima della 7×7 fattorizzata.</translation>
  </message>
  <message>
   <source>Channels of the 1×1 before the two 3×3.</source>
   <translation>Canali della 1×1 prima delle due 3×3.</translation>
  </message>
  <message>
   <source>Channels of the 1×1 branch.</source>
   <translation>Canali del ramo 1×1.</translation>
  </message>
  <message>
   <source>Channels of the 1×1 branch; 0 for none.</source>
   <translation>Canali del ramo 1×1; 0 per nessuno.</translation>
  </message>
  <message>
   <source>Channels of the 1×1 branch; 128 in v1.</source>
   <translation>Canali del ramo 1×1; 128 in v1.</translation>
  </message>
  <message>
   <source>Channels of the 1×1 convolution.</source>
   <translation>Canali della convoluzione 1×1.</translation>
  </message>
  <message>
   <source>Channels of the 1×1 of each branch.</source>
   <translation>Canali della 1×1 di ogni ramo.</translation>
  </message>
  <message>
   <source>Channels of the 1×1 of the long branch.</source>
   <translation>Canali della 1×1 del ramo lungo.</translation>
  </message>
  <message>
   <source>Channels of the 1×1 that squeezes.</source>
   <translation>Canali della 1×1 che comprime.</translation>
  </message>
  <message>
   <source>Channels of the 1×1, in growth rates.</source>
   <translation>Canali della 1×1, in tassi di crescita.</translation>
  </message>
  <message>
   <source>Channels of the 3×3 branch.</source>
   <translation>Canali del ramo 3×3.</translation>
  </message>
  <message>
   <source>Channels of the 3×3 with stride 2 alone.</source>
   <translation>Canali della sola 3×3 con stride 2.</translation>
  </message>
  <message>
   <source>Channels of the 5×5 branch.</source>
   <translation>Canali del ramo 5×5.</translation>
  </message>
  <message>
   <source>Channels of the 5×5 convolution.</source>
   <translation>Canali della convoluzione 5×5.</translation>
  </message>
  <message>
   <source>Channels of the first 3×3 of the long branch; 256 in v1.</source>
   <translation>Canali della prima 3×3 del ramo lungo; 256 in v1.</translation>
  </message>
  <message>
   <source>Channels of the first 3×3 of the long branch; 32 in v1.</source>
   <translation>Canali della prima 3×3 del ramo lungo; 32 in v1.</translation>
  </message>
  <message>
   <source>Channels of the first branch.</source>
   <translation>Canali del primo ramo.</translation>
  </message>
  <message>
   <source>Channels of the first convolution of each branch.</source>
   <translation>Canali della prima convoluzione di ogni ramo.</translation>
  </message>
  <message>
   <source>Channels of the middle flow.</source>
   <translation>Canali del flusso centrale.</translation>
  </message>
  <message>
   <source>Channels of the second branch; 256 in v1.</source>
   <translation>Canali del secondo ramo; 256 in v1.</translation>
  </message>
  <message>
   <source>Channels of the squeeze, where they are given as a number.</source>
   <translation>Canali della compressione, se indicati come numero.</translation>
  </message>
  <message>
   <source>Channels of the stem.</source>
   <translation>Canali dello stem.</translation>
  </message>
  <message>
   <source>Channels of the stem; each stage has twice those of the one before.</source>
   <translation>Canali dello stem; ogni stadio ne ha il doppio del precedente.</translation>
  </message>
  <message>
   <source>Channels of the three stages and of the last convolution.</source>
   <translation>Canali dei tre stadi e dell’ultima convoluzione.</translation>
  </message>
  <message>
   <source>Channels of zeros put after the others.</source>
   <translation>Canali di zeri messi dopo gli altri.</translation>
  </message>
  <message>
   <source>Channels of zeros put before the others.</source>
   <translation>Canali di zeri messi prima degli altri.</translation>
  </message>
  <message>
   <source>Channels that are added …</source>
   <translation>Canali che si aggiungono …</translation>
  </message>
  <message>
   <source>Channels that the first fire modules expand to.</source>
   <translation>Canali a cui espandono i primi moduli fire.</translation>
  </message>
  <message>
   <source>Channels within the branches of the 17×17 modules.</source>
   <translation>Canali nei rami dei moduli 17×17.</translation>
  </message>
  <message>
   <source>Channels within the factorised branches.</source>
   <translation>Canali nei rami fattorizzati.</translation>
  </message>
  <message>
   <source>Channels × height × width.</source>
   <translation>Canali × altezza × larghezza.</translation>
  </message>
  <message>
   <source>Choose a batch of at least 2 images.</source>
   <translation>Scegli un batch di almeno 2 immagini.</translation>
  </message>
  <message>
   <source>Choose a convolution of this network.</source>
   <translation>Scegli una convoluzione di questa rete.</translation>
  </message>
  <message>
   <source>Choose a smaller batch or input, or close other programs that use the device.</source>
   <translation>Scegli un batch o un ingresso più piccolo, o chiudi altri programmi che usano il dispositivo.</translation>
  </message>
  <message>
   <source>Choose a value within the range.</source>
   <translation>Scegli un valore nell’intervallo.</translation>
  </message>
  <message>
   <source>Choose another block.</source>
   <translation>Scegli un altro blocco.</translation>
  </message>
  <message>
   <source>Choose another channel.</source>
   <translation>Scegli un altro canale.</translation>
  </message>
  <message>
   <source>Choose another file.</source>
   <translation>Scegli un altro file.</translation>
  </message>
  <message>
   <source>Choose another folder, or make room there.</source>
   <translation>Scegli un’altra cartella, o fai spazio in questa.</translation>
  </message>
  <message>
   <source>Choose another folder, or make room.</source>
   <translation>Scegli un’altra cartella, o fai spazio.</translation>
  </message>
  <message>
   <source>Choose another image.</source>
   <translation>Scegli un’altra immagine.</translation>
  </message>
  <message>
   <source>Choose another.</source>
   <translation>Scegline un altro.</translation>
  </message>
  <message>
   <source>Choose one of: {0}.</source>
   <translation>Scegli uno tra: {0}.</translation>
  </message>
  <message>
   <source>Choose the device “auto” or “cpu”.</source>
   <translation>Scegli il dispositivo “auto” o “cpu”.</translation>
  </message>
  <message>
   <source>Classifier head</source>
   <translation>Testa di classificazione</translation>
  </message>
  <message>
   <source>Codes that differ in half of their values, or pictures of the digits, 7×12.</source>
   <translation>Codici che differiscono in metà dei valori, o immagini delle cifre, 7×12.</translation>
  </message>
  <message>
   <source>Compound coefficient, 0 … 7 for B0 … B7: depth grows by about 1.2, width by 1.1 and the side of the image by 1.15 at each step, as released.</source>
   <translation>Coefficiente composto, 0 … 7 per B0 … B7: a ogni passo la profondità cresce di circa 1,2, la larghezza di 1,1 e il lato dell’immagine di 1,15, come pubblicato.</translation>
  </message>
  <message>
   <source>Concatenate</source>
   <translation>Concatenazione</translation>
  </message>
  <message>
   <source>Concatenate in</source>
   <translation>Concatena in</translation>
  </message>
  <message>
   <source>Concatenate instead</source>
   <translation>Concatena, invece</translation>
  </message>
  <message>
   <source>Connect it onwards, or delete it.</source>
   <translation>Collegalo a qualcosa, o eliminalo.</translation>
  </message>
  <message>
   <source>Connect {0} to {1}</source>
   <translation>Collega {0} a {1}</translation>
  </message>
  <message>
   <source>Connects every input value with every output value.</source>
   <translation>Collega ogni valore d’ingresso a ogni valore d’uscita.</translation>
  </message>
  <message>
   <source>Constant padding</source>
   <translation>Padding costante</translation>
  </message>
  <message>
   <source>Converting with torch's older exporter</source>
   <translation>Conversione con l’esportatore precedente di torch</translation>
  </message>
  <message>
   <source>Convolution</source>
   <translation>Convoluzione</translation>
  </message>
  <message>
   <source>Convolution: padding “same” goes with stride 1 only</source>
   <translation>Convoluzione: il padding “same” va solo con stride 1</translation>
  </message>
  <message>
   <source>Convolutions share weights over the image; pooling forgives small shifts.</source>
   <translation>Le convoluzioni condividono i pesi sull’immagine; il pooling perdona i piccoli spostamenti.</translation>
  </message>
  <message>
   <source>Conv–norm–act</source>
   <translation>Conv–norm–att</translation>
  </message>
  <message>
   <source>Cut all but one row and column</source>
   <translation>Taglia tutto tranne una riga e una colonna</translation>
  </message>
  <message>
   <source>Cut less.</source>
   <translation>Taglia di meno.</translation>
  </message>
  <message>
   <source>Cut nothing</source>
   <translation>Non tagliare nulla</translation>
  </message>
  <message>
   <source>Cuts values off at two bounds.</source>
   <translation>Tronca i valori a due limiti.</translation>
  </message>
  <message>
   <source>Deals the channels of each group out over all groups, so that groups come to mix.</source>
   <translation>Distribuisce i canali di ogni gruppo tra tutti i gruppi, così che i gruppi si mescolino.</translation>
  </message>
  <message>
   <source>Defaults for {0}</source>
   <translation>Valori predefiniti per {0}</translation>
  </message>
  <message>
   <source>Define {0}</source>
   <translation>Definisci {0}</translation>
  </message>
  <message>
   <source>Delete one of the wires on it.</source>
   <translation>Elimina uno dei collegamenti che vi arrivano.</translation>
  </message>
  <message>
   <source>Delete one of the wires.</source>
   <translation>Elimina uno dei collegamenti.</translation>
  </message>
  <message>
   <source>Delete the wire</source>
   <translation>Elimina il collegamento</translation>
  </message>
  <message>
   <source>Delete the wire from {0} to {1}</source>
   <translation>Elimina il collegamento da {0} a {1}</translation>
  </message>
  <message>
   <source>Delete the wire, or draw it anew.</source>
   <translation>Elimina il collegamento, o disegnalo di nuovo.</translation>
  </message>
  <message>
   <source>Delete the {0} {1}</source>
   <translation>Elimina {0} {1}</translation>
  </message>
  <message>
   <source>Delete {0}</source>
   <translation>Elimina {0}</translation>
  </message>
  <message>
   <source>Delete {0} loose wires</source>
   <translation>Elimina {0} collegamenti pendenti</translation>
  </message>
  <message>
   <source>Dense block</source>
   <translation>Blocco denso</translation>
  </message>
  <message>
   <source>Dense layer</source>
   <translation>Strato denso</translation>
  </message>
  <message>
   <source>DenseNet-{0}</source>
   <translation>DenseNet-{0}</translation>
  </message>
  <message>
   <source>Depth, width and image size grow together, by one number.</source>
   <translation>Profondità, larghezza e dimensione dell’immagine crescono insieme, secondo un solo numero.</translation>
  </message>
  <message>
   <source>Depthwise separable</source>
   <translation>Separabile depthwise</translation>
  </message>
  <message>
   <source>Describe the network</source>
   <translation>Descrivi la rete</translation>
  </message>
  <message>
   <source>Describe {0}</source>
   <translation>Descrivi {0}</translation>
  </message>
  <message>
   <source>Dilation 1</source>
   <translation>Dilation 1</translation>
  </message>
  <message>
   <source>Distance between the points of a filter.</source>
   <translation>Distanza tra i punti di un filtro.</translation>
  </message>
  <message>
   <source>Distance between the points of the window.</source>
   <translation>Distanza tra i punti della finestra.</translation>
  </message>
  <message>
   <source>Distance between the points that a depthwise filter looks at.</source>
   <translation>Distanza tra i punti che un filtro depthwise guarda.</translation>
  </message>
  <message>
   <source>Distance between the points that a filter looks at.</source>
   <translation>Distanza tra i punti che un filtro guarda.</translation>
  </message>
  <message>
   <source>Divide</source>
   <translation>Divisione</translation>
  </message>
  <message>
   <source>Divides each value by the energy of the neighbouring channels (AlexNet, 2012).</source>
   <translation>Divide ogni valore per l’energia dei canali vicini (AlexNet, 2012).</translation>
  </message>
  <message>
   <source>Divides its first input by its second, value by value.</source>
   <translation>Divide il primo ingresso per il secondo, valore per valore.</translation>
  </message>
  <message>
   <source>Drag an {0} from the palette.</source>
   <translation>Trascina un blocco {0} dalla palette.</translation>
  </message>
  <message>
   <source>Draw a wire to it from the block that should come before.</source>
   <translation>Disegna un collegamento verso di esso dal blocco che deve precederlo.</translation>
  </message>
  <message>
   <source>Draw again.</source>
   <translation>Disegna di nuovo.</translation>
  </message>
  <message>
   <source>Dropout</source>
   <translation>Dropout</translation>
  </message>
  <message>
   <source>Dropout after each hidden layer, or before the scores.</source>
   <translation>Dropout dopo ogni strato nascosto, o prima dei punteggi.</translation>
  </message>
  <message>
   <source>Dropout after each hidden layer.</source>
   <translation>Dropout dopo ogni strato nascosto.</translation>
  </message>
  <message>
   <source>Dropout before the last convolution.</source>
   <translation>Dropout prima dell’ultima convoluzione.</translation>
  </message>
  <message>
   <source>Dropout before the scores.</source>
   <translation>Dropout prima dei punteggi.</translation>
  </message>
  <message>
   <source>Dropout between the convolutions of a block.</source>
   <translation>Dropout tra le convoluzioni di un blocco.</translation>
  </message>
  <message>
   <source>Dropout between the mlpconv layers.</source>
   <translation>Dropout tra gli strati mlpconv.</translation>
  </message>
  <message>
   <source>Dropout in the auxiliary heads.</source>
   <translation>Dropout nelle teste ausiliarie.</translation>
  </message>
  <message>
   <source>Dropout in the fully connected layers.</source>
   <translation>Dropout negli strati completamente connessi.</translation>
  </message>
  <message>
   <source>Dropout on the new channels of each layer.</source>
   <translation>Dropout sui canali nuovi di ogni strato.</translation>
  </message>
  <message>
   <source>Drops a residual branch for some images at random while training.</source>
   <translation>Durante l’addestramento lascia cadere a caso un ramo residuo per alcune immagini.</translation>
  </message>
  <message>
   <source>Each axis of {0} has to stand in it once.</source>
   <translation>Ogni asse di {0} deve comparirvi una volta.</translation>
  </message>
  <message>
   <source>Each block weighs its channels by what the whole image has of them.</source>
   <translation>Ogni blocco pesa i suoi canali in base a quanto ne ha l’intera immagine.</translation>
  </message>
  <message>
   <source>Each channel filtered by itself, then all mixed by a 1×1; nothing in between.</source>
   <translation>Ogni canale filtrato per sé, poi tutti mescolati da una 1×1; nulla in mezzo.</translation>
  </message>
  <message>
   <source>Each class needs a picture of its own.</source>
   <translation>Ogni classe ha bisogno di un’immagine sua.</translation>
  </message>
  <message>
   <source>Each group takes the same number of channels, but {0} / {1} is not whole.</source>
   <translation>Ogni gruppo prende lo stesso numero di canali, ma {0} / {1} non è intero.</translation>
  </message>
  <message>
   <source>Each instance takes what the one before gives: one input, one output.</source>
   <translation>Ogni istanza prende ciò che dà la precedente: un ingresso, un’uscita.</translation>
  </message>
  <message>
   <source>Each of the two branches gives half of the channels.</source>
   <translation>Ciascuno dei due rami dà metà dei canali.</translation>
  </message>
  <message>
   <source>Edge padding</source>
   <translation>Padding dei bordi</translation>
  </message>
  <message>
   <source>EfficientNet-B{0}</source>
   <translation>EfficientNet-B{0}</translation>
  </message>
  <message>
   <source>End it with a linear layer of {0} features.</source>
   <translation>Terminala con uno strato lineare di {0} feature.</translation>
  </message>
  <message>
   <source>End it with flatten and a linear layer.</source>
   <translation>Terminala con flatten e uno strato lineare.</translation>
  </message>
  <message>
   <source>End it with global pooling, flatten and a linear layer of {0} features.</source>
   <translation>Terminala con global pooling, flatten e uno strato lineare di {0} feature.</translation>
  </message>
  <message>
   <source>Every class needs a score of its own.</source>
   <translation>Ogni classe ha bisogno di un punteggio suo.</translation>
  </message>
  <message>
   <source>Every layer reads all maps made before it, and need only add a few new ones.</source>
   <translation>Ogni strato legge tutte le mappe prodotte prima, e ne deve aggiungere solo poche nuove.</translation>
  </message>
  <message>
   <source>Exact, or by a formula with a tanh.</source>
   <translation>Esatta, o con una formula con tanh.</translation>
  </message>
  <message>
   <source>Export it again.</source>
   <translation>Esportalo di nuovo.</translation>
  </message>
  <message>
   <source>Export the module alone, or choose another data set.</source>
   <translation>Esporta il solo modulo, o scegli un altro insieme di dati.</translation>
  </message>
  <message>
   <source>Export the module alone.</source>
   <translation>Esporta il solo modulo.</translation>
  </message>
  <message>
   <source>FLOPs</source>
   <translation>FLOP</translation>
  </message>
  <message>
   <source>FLOPs + other operations</source>
   <translation>FLOP + altre operazioni</translation>
  </message>
  <message>
   <source>FLOPs here: two for each of them</source>
   <translation>FLOP qui: due per ciascuna</translation>
  </message>
  <message>
   <source>Factorised convolution</source>
   <translation>Convoluzione fattorizzata</translation>
  </message>
  <message>
   <source>Few wide layers do what a thousand thin ones do, and dropout keeps them honest.</source>
   <translation>Pochi strati larghi fanno ciò che fanno mille sottili, e il dropout li tiene onesti.</translation>
  </message>
  <message>
   <source>Filter each channel alone, then mix channels by 1×1: a ninth of the work.</source>
   <translation>Filtrare ogni canale da solo, poi mescolare i canali con 1×1: un nono del lavoro.</translation>
  </message>
  <message>
   <source>Filters of several sizes side by side, kept cheap by 1×1 convolutions.</source>
   <translation>Filtri di più dimensioni fianco a fianco, resi economici da convoluzioni 1×1.</translation>
  </message>
  <message>
   <source>Fire module</source>
   <translation>Modulo fire</translation>
  </message>
  <message>
   <source>First instance only. {0}</source>
   <translation>Solo la prima istanza. {0}</translation>
  </message>
  <message>
   <source>Five pairs of branches on the last two cells' outputs, found by search (NASNet-A).</source>
   <translation>Cinque coppie di rami sulle uscite delle ultime due celle, trovate con una ricerca (NASNet-A).</translation>
  </message>
  <message>
   <source>Flatten</source>
   <translation>Flatten</translation>
  </message>
  <message>
   <source>Flatten before {0}</source>
   <translation>Flatten prima di {0}</translation>
  </message>
  <message>
   <source>Flatten both branches, or neither.</source>
   <translation>Appiattisci entrambi i rami, o nessuno.</translation>
  </message>
  <message>
   <source>For 17×17: 7×7 convolutions factorised into 1×7 and 7×1 (figure 6).</source>
   <translation>Per 17×17: convoluzioni 7×7 fattorizzate in 1×7 e 7×1 (figura 6).</translation>
  </message>
  <message>
   <source>For 35×35: a 5×5 branch and one of two 3×3, which see as far for less (figure 5).</source>
   <translation>Per 35×35: un ramo 5×5 e uno di due 3×3, che vedono altrettanto lontano con meno (figura 5).</translation>
  </message>
  <message>
   <source>For 8×8: 1×3 and 3×1 side by side, which widens the filter bank (figure 7).</source>
   <translation>Per 8×8: 1×3 e 3×1 fianco a fianco, che allarga il banco di filtri (figura 7).</translation>
  </message>
  <message>
   <source>From 17×17 to 8×8 in Inception-v4 (figure 8).</source>
   <translation>Da 17×17 a 8×8 in Inception-v4 (figura 8).</translation>
  </message>
  <message>
   <source>From 17×17 to 8×8 with three convolutional branches (figures 12 and 18).</source>
   <translation>Da 17×17 a 8×8 con tre rami convoluzionali (figure 12 e 18).</translation>
  </message>
  <message>
   <source>From 17×17 to 8×8, one branch through a factorised 7×7.</source>
   <translation>Da 17×17 a 8×8, un ramo attraverso una 7×7 fattorizzata.</translation>
  </message>
  <message>
   <source>From 299×299 to 35×35 with forks of convolution and pooling side by side (figure 3).</source>
   <translation>Da 299×299 a 35×35 con biforcazioni di convoluzione e pooling fianco a fianco (figura 3).</translation>
  </message>
  <message>
   <source>From 35×35 to 17×17: convolutions and pooling with stride 2 side by side (figure 10).</source>
   <translation>Da 35×35 a 17×17: convoluzioni e pooling con stride 2 fianco a fianco (figura 10).</translation>
  </message>
  <message>
   <source>From 35×35 to 17×17; k, l, m, n are the columns of the paper's table 1 (figure 7).</source>
   <translation>Da 35×35 a 17×17; k, l, m, n sono le colonne della tabella 1 dell’articolo (figura 7).</translation>
  </message>
  <message>
   <source>From one value to the next, one branch moves further over the image than the other, so that they see the same place at one value only.</source>
   <translation>Da un valore al successivo un ramo si sposta sull’immagine più dell’altro, così che vedono lo stesso posto in un solo valore.</translation>
  </message>
  <message>
   <source>Give a shape of {0} values.</source>
   <translation>Indica una forma di {0} valori.</translation>
  </message>
  <message>
   <source>Give both branches the same strides in all, or enlarge one.</source>
   <translation>Dai a entrambi i rami gli stessi stride in totale, o ingrandiscine uno.</translation>
  </message>
  <message>
   <source>Give each wire an input of its own</source>
   <translation>Dai a ogni collegamento un ingresso suo</translation>
  </message>
  <message>
   <source>Give it a value that it takes.</source>
   <translation>Dagli un valore che accetta.</translation>
  </message>
  <message>
   <source>Give the input block a shape such as 1×32×32.</source>
   <translation>Dai al blocco d’ingresso una forma come 1×32×32.</translation>
  </message>
  <message>
   <source>Give the input block {0} channels.</source>
   <translation>Dai al blocco d’ingresso {0} canali.</translation>
  </message>
  <message>
   <source>Give the layer before at least {0} out_features.</source>
   <translation>Dai allo strato precedente almeno {0} out_features.</translation>
  </message>
  <message>
   <source>Give the layer before {0} channels.</source>
   <translation>Dai allo strato precedente {0} canali.</translation>
  </message>
  <message>
   <source>Give the layer before {0} out_features, or take Walsh codes.</source>
   <translation>Dai allo strato precedente {0} out_features, o prendi i codici di Walsh.</translation>
  </message>
  <message>
   <source>Give the padding as a number.</source>
   <translation>Indica il padding come numero.</translation>
  </message>
  <message>
   <source>Global pooling</source>
   <translation>Global pooling</translation>
  </message>
  <message>
   <source>Global pooling and flatten before {0}</source>
   <translation>Global pooling e flatten prima di {0}</translation>
  </message>
  <message>
   <source>GoogLeNet</source>
   <translation>GoogLeNet</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>Gruppo</translation>
  </message>
  <message>
   <source>Group norm</source>
   <translation>Group norm</translation>
  </message>
  <message>
   <source>Group norm: {0} channels do not divide into {1} groups</source>
   <translation>Group norm: {0} canali non si dividono in {1} gruppi</translation>
  </message>
  <message>
   <source>Groups (cardinality) of the 3×3 convolution.</source>
   <translation>Gruppi (cardinalità) della convoluzione 3×3.</translation>
  </message>
  <message>
   <source>Half of the kernel is padded on each side.</source>
   <translation>Su ogni lato si aggiunge metà del kernel.</translation>
  </message>
  <message>
   <source>Half of them pass unchanged, but out_channels is {0}.</source>
   <translation>Metà passa invariata, ma out_channels è {0}.</translation>
  </message>
  <message>
   <source>Handwritten digits</source>
   <translation>Cifre scritte a mano</translation>
  </message>
  <message>
   <source>Hard sigmoid</source>
   <translation>Hard sigmoid</translation>
  </message>
  <message>
   <source>Hard swish</source>
   <translation>Hard swish</translation>
  </message>
  <message>
   <source>Hard tanh</source>
   <translation>Hard tanh</translation>
  </message>
  <message>
   <source>Height and width of a filter.</source>
   <translation>Altezza e larghezza di un filtro.</translation>
  </message>
  <message>
   <source>Height and width of the convolution's filters.</source>
   <translation>Altezza e larghezza dei filtri della convoluzione.</translation>
  </message>
  <message>
   <source>Height and width of the depthwise filters.</source>
   <translation>Altezza e larghezza dei filtri depthwise.</translation>
  </message>
  <message>
   <source>Height and width of the image.</source>
   <translation>Altezza e larghezza dell’immagine.</translation>
  </message>
  <message>
   <source>Height and width of the image; at least 21.</source>
   <translation>Altezza e larghezza dell’immagine; almeno 21.</translation>
  </message>
  <message>
   <source>Height and width of the image; at least 32.</source>
   <translation>Altezza e larghezza dell’immagine; almeno 32.</translation>
  </message>
  <message>
   <source>Height and width of the image; at least 63.</source>
   <translation>Altezza e larghezza dell’immagine; almeno 63.</translation>
  </message>
  <message>
   <source>Height and width of the result.</source>
   <translation>Altezza e larghezza del risultato.</translation>
  </message>
  <message>
   <source>Height and width of the window, which is its step too.</source>
   <translation>Altezza e larghezza della finestra, che è anche il suo passo.</translation>
  </message>
  <message>
   <source>Height and width of the window.</source>
   <translation>Altezza e larghezza della finestra.</translation>
  </message>
  <message>
   <source>How far its input is from a code of ±1 for each class: Σ(x − code)². The smaller, the likelier. The codes are set and not trained.</source>
   <translation>Quanto il suo ingresso dista da un codice di ±1 per ogni classe: Σ(x − codice)². Più è piccolo, più è probabile. I codici sono fissati e non addestrati.</translation>
  </message>
  <message>
   <source>How far the filter moves at a step.</source>
   <translation>Di quanto si sposta il filtro a ogni passo.</translation>
  </message>
  <message>
   <source>How far the window moves; its own size where none is given.</source>
   <translation>Di quanto si sposta la finestra; della sua dimensione se non indicato.</translation>
  </message>
  <message>
   <source>How fast batch norm's running mean follows.</source>
   <translation>Quanto in fretta segue la media mobile della batch norm.</translation>
  </message>
  <message>
   <source>How fast the running mean follows the batches.</source>
   <translation>Quanto in fretta la media mobile segue i batch.</translation>
  </message>
  <message>
   <source>How many 17×17 modules.</source>
   <translation>Quanti moduli 17×17.</translation>
  </message>
  <message>
   <source>How many 35×35 modules.</source>
   <translation>Quanti moduli 35×35.</translation>
  </message>
  <message>
   <source>How many 8×8 modules.</source>
   <translation>Quanti moduli 8×8.</translation>
  </message>
  <message>
   <source>How many blocks of the middle flow.</source>
   <translation>Quanti blocchi del flusso centrale.</translation>
  </message>
  <message>
   <source>How many blocks.</source>
   <translation>Quanti blocchi.</translation>
  </message>
  <message>
   <source>How many classes, so how many output values.</source>
   <translation>Quante classi, e quindi quanti valori d’uscita.</translation>
  </message>
  <message>
   <source>How many classes.</source>
   <translation>Quante classi.</translation>
  </message>
  <message>
   <source>How many classes; from 11 on their codes are no pictures.</source>
   <translation>Quante classi; da 11 in poi i loro codici non sono immagini.</translation>
  </message>
  <message>
   <source>How many convolutions.</source>
   <translation>Quante convoluzioni.</translation>
  </message>
  <message>
   <source>How many dense layers.</source>
   <translation>Quanti strati densi.</translation>
  </message>
  <message>
   <source>How many filters, so how many output channels.</source>
   <translation>Quanti filtri, e quindi quanti canali d’uscita.</translation>
  </message>
  <message>
   <source>How many filters.</source>
   <translation>Quanti filtri.</translation>
  </message>
  <message>
   <source>How many groups the 3×3 convolutions have.</source>
   <translation>Quanti gruppi hanno le convoluzioni 3×3.</translation>
  </message>
  <message>
   <source>How many groups the channels form.</source>
   <translation>Quanti gruppi formano i canali.</translation>
  </message>
  <message>
   <source>How many hidden layers come before the scores.</source>
   <translation>Quanti strati nascosti vengono prima dei punteggi.</translation>
  </message>
  <message>
   <source>How many neighbouring channels count.</source>
   <translation>Quanti canali vicini contano.</translation>
  </message>
  <message>
   <source>How many output channels.</source>
   <translation>Quanti canali d’uscita.</translation>
  </message>
  <message>
   <source>How many output values at each place.</source>
   <translation>Quanti valori d’uscita in ogni posto.</translation>
  </message>
  <message>
   <source>How many output values.</source>
   <translation>Quanti valori d’uscita.</translation>
  </message>
  <message>
   <source>How many parameters it has.</source>
   <translation>Quanti parametri ha.</translation>
  </message>
  <message>
   <source>How many separable convolutions.</source>
   <translation>Quante convoluzioni separabili.</translation>
  </message>
  <message>
   <source>How many times fewer channels a squeeze has.</source>
   <translation>Quante volte meno canali ha una compressione.</translation>
  </message>
  <message>
   <source>How many times fewer channels the squeeze has.</source>
   <translation>Quante volte meno canali ha la compressione.</translation>
  </message>
  <message>
   <source>How many times larger, height and width.</source>
   <translation>Quante volte più grandi, altezza e larghezza.</translation>
  </message>
  <message>
   <source>How many times the channels of the paper's table.</source>
   <translation>Quante volte i canali della tabella dell’articolo.</translation>
  </message>
  <message>
   <source>How many times the channels of the paper.</source>
   <translation>Quante volte i canali dell’articolo.</translation>
  </message>
  <message>
   <source>How many times wider the 3×3 convolutions are than ResNet's.</source>
   <translation>Quante volte più larghe di quelle di ResNet sono le convoluzioni 3×3.</translation>
  </message>
  <message>
   <source>How many times wider the block is inside.</source>
   <translation>Quante volte più largo è il blocco all’interno.</translation>
  </message>
  <message>
   <source>How many times wider the output is.</source>
   <translation>Quante volte più larga è l’uscita.</translation>
  </message>
  <message>
   <source>How many times wider the stages are than the stem.</source>
   <translation>Quante volte più larghi dello stem sono gli stadi.</translation>
  </message>
  <message>
   <source>How many times.</source>
   <translation>Quante volte.</translation>
  </message>
  <message>
   <source>How much larger the image becomes.</source>
   <translation>Quanto più grande diventa l’immagine.</translation>
  </message>
  <message>
   <source>How much more often each next is skipped.</source>
   <translation>Quanto più spesso viene saltato ogni successivo.</translation>
  </message>
  <message>
   <source>How often the last block is skipped while training.</source>
   <translation>Quanto spesso l’ultimo blocco viene saltato durante l’addestramento.</translation>
  </message>
  <message>
   <source>How steeply it rises, before the amplitude.</source>
   <translation>Quanto sale ripida, prima dell’ampiezza.</translation>
  </message>
  <message>
   <source>How strongly they count.</source>
   <translation>Quanto contano.</translation>
  </message>
  <message>
   <source>How values between are made.</source>
   <translation>Come si ottengono i valori intermedi.</translation>
  </message>
  <message>
   <source>Identity</source>
   <translation>Identità</translation>
  </message>
  <message>
   <source>Images are classified from one input to one output; auxiliary outputs come on top.</source>
   <translation>Le immagini si classificano da un ingresso a un’uscita; le uscite ausiliarie si aggiungono.</translation>
  </message>
  <message>
   <source>Import blocks</source>
   <translation>Importa blocchi</translation>
  </message>
  <message>
   <source>Inception (naive)</source>
   <translation>Inception (ingenuo)</translation>
  </message>
  <message>
   <source>Inception module</source>
   <translation>Modulo inception</translation>
  </message>
  <message>
   <source>Inception module (v2)</source>
   <translation>Modulo inception (v2)</translation>
  </message>
  <message>
   <source>Inception modules find what to add to their input, which trains much faster.</source>
   <translation>I moduli inception trovano che cosa aggiungere al loro ingresso, e si addestrano molto più in fretta.</translation>
  </message>
  <message>
   <source>Inception-A</source>
   <translation>Inception-A</translation>
  </message>
  <message>
   <source>Inception-B</source>
   <translation>Inception-B</translation>
  </message>
  <message>
   <source>Inception-C</source>
   <translation>Inception-C</translation>
  </message>
  <message>
   <source>Inception-ResNet Reduction-B</source>
   <translation>Inception-ResNet Reduction-B</translation>
  </message>
  <message>
   <source>Inception-ResNet-A</source>
   <translation>Inception-ResNet-A</translation>
  </message>
  <message>
   <source>Inception-ResNet-B</source>
   <translation>Inception-ResNet-B</translation>
  </message>
  <message>
   <source>Inception-ResNet-C</source>
   <translation>Inception-ResNet-C</translation>
  </message>
  <message>
   <source>Inception-ResNet-v1</source>
   <translation>Inception-ResNet-v1</translation>
  </message>
  <message>
   <source>Inception-ResNet-v2</source>
   <translation>Inception-ResNet-v2</translation>
  </message>
  <message>
   <source>Inception-v2</source>
   <translation>Inception-v2</translation>
  </message>
  <message>
   <source>Inception-v3</source>
   <translation>Inception-v3</translation>
  </message>
  <message>
   <source>Inception-v3 A</source>
   <translation>Inception-v3 A</translation>
  </message>
  <message>
   <source>Inception-v3 B</source>
   <translation>Inception-v3 B</translation>
  </message>
  <message>
   <source>Inception-v3 C</source>
   <translation>Inception-v3 C</translation>
  </message>
  <message>
   <source>Inception-v3 auxiliary head</source>
   <translation>Testa ausiliaria di Inception-v3</translation>
  </message>
  <message>
   <source>Inception-v3 reduction A</source>
   <translation>Riduzione A di Inception-v3</translation>
  </message>
  <message>
   <source>Inception-v3 reduction B</source>
   <translation>Riduzione B di Inception-v3</translation>
  </message>
  <message>
   <source>Inception-v4</source>
   <translation>Inception-v4</translation>
  </message>
  <message>
   <source>Inception-v4 stem</source>
   <translation>Stem di Inception-v4</translation>
  </message>
  <message>
   <source>Input</source>
   <translation>Ingresso</translation>
  </message>
  <message>
   <source>Insert {0}</source>
   <translation>Inserisci {0}</translation>
  </message>
  <message>
   <source>Instance norm</source>
   <translation>Instance norm</translation>
  </message>
  <message>
   <source>Into how many groups the channels are parted.</source>
   <translation>In quanti gruppi si dividono i canali.</translation>
  </message>
  <message>
   <source>Into how many parts the channels are split.</source>
   <translation>In quante parti si dividono i canali.</translation>
  </message>
  <message>
   <source>Inverted residual</source>
   <translation>Residuo invertito</translation>
  </message>
  <message>
   <source>Inverted residual (MnasNet)</source>
   <translation>Residuo invertito (MnasNet)</translation>
  </message>
  <message>
   <source>It adds channels of zeros and has no way to take any away.</source>
   <translation>Aggiunge canali di zeri e non ha modo di toglierne.</translation>
  </message>
  <message>
   <source>It can read: {0}.</source>
   <translation>Può leggere: {0}.</translation>
  </message>
  <message>
   <source>It counts two for each multiply-add, and every filter on all channels. On the two GPUs of 2012, three of five convolutions saw half of the channels; torchvision's has fewer filters.</source>
   <translation>Conta due per ogni moltiplicazione-addizione, e ogni filtro su tutti i canali. Sulle due GPU del 2012 tre convoluzioni su cinque vedevano metà dei canali; quella di torchvision ha meno filtri.</translation>
  </message>
  <message>
   <source>It halves an image, and nothing else.</source>
   <translation>Dimezza un’immagine, e nient’altro.</translation>
  </message>
  <message>
   <source>It is neither built in nor defined in this document.</source>
   <translation>Non è né predefinito né definito in questo documento.</translation>
  </message>
  <message>
   <source>It makes no values between those that there are.</source>
   <translation>Non produce valori tra quelli che ci sono.</translation>
  </message>
  <message>
   <source>It raised {0}.</source>
   <translation>Ha sollevato {0}.</translation>
  </message>
  <message>
   <source>It would never end.</source>
   <translation>Non finirebbe mai.</translation>
  </message>
  <message>
   <source>Its codes are vectors as well.</source>
   <translation>Anche i suoi codici sono vettori.</translation>
  </message>
  <message>
   <source>Its multiply-adds.</source>
   <translation>Le sue moltiplicazioni-addizioni.</translation>
  </message>
  <message>
   <source>Its output is {0}.</source>
   <translation>La sua uscita è {0}.</translation>
  </message>
  <message>
   <source>Its weights are being trained.</source>
   <translation>I suoi pesi si stanno addestrando.</translation>
  </message>
  <message>
   <source>Join them by {0} before it</source>
   <translation>Uniscili prima con {0}</translation>
  </message>
  <message>
   <source>Keep one input and one output, and mark other outputs as auxiliary.</source>
   <translation>Tieni un ingresso e un’uscita, e segna le altre uscite come ausiliarie.</translation>
  </message>
  <message>
   <source>Keep the wire from {0}, delete the others</source>
   <translation>Tieni il collegamento da {0}, elimina gli altri</translation>
  </message>
  <message>
   <source>Keeps the largest value of each window.</source>
   <translation>Tiene il valore più grande di ogni finestra.</translation>
  </message>
  <message>
   <source>Kernel of the 5×5 branch; torchvision's GoogLeNet has 3.</source>
   <translation>Kernel del ramo 5×5; la GoogLeNet di torchvision ha 3.</translation>
  </message>
  <message>
   <source>Kernel of the second branch: 3 in figure 5, 5 in v3.</source>
   <translation>Kernel del secondo ramo: 3 nella figura 5, 5 in v3.</translation>
  </message>
  <message>
   <source>Kernel of the shortcut's convolution.</source>
   <translation>Kernel della convoluzione della shortcut.</translation>
  </message>
  <message>
   <source>Kernel {0}</source>
   <translation>Kernel {0}</translation>
  </message>
  <message>
   <source>Large kernels taken apart: 5×5 into two 3×3, n×n into 1×n and n×1.</source>
   <translation>Kernel grandi scomposti: 5×5 in due 3×3, n×n in 1×n e n×1.</translation>
  </message>
  <message>
   <source>Lay out</source>
   <translation>Disponi</translation>
  </message>
  <message>
   <source>Layer norm</source>
   <translation>Layer norm</translation>
  </message>
  <message>
   <source>Layer norm over channels</source>
   <translation>Layer norm sui canali</translation>
  </message>
  <message>
   <source>Layer norm over the last axis</source>
   <translation>Layer norm sull’ultimo asse</translation>
  </message>
  <message>
   <source>Layer scale</source>
   <translation>Layer scale</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Strati</translation>
  </message>
  <message>
   <source>Layers that each read the outputs of all before them, stacked.</source>
   <translation>Strati che leggono ciascuno le uscite di tutti i precedenti, concatenate.</translation>
  </message>
  <message>
   <source>Layers with weights, six for every block of a stage, and four.</source>
   <translation>Strati con pesi, sei per ogni blocco di uno stadio, più quattro.</translation>
  </message>
  <message>
   <source>Layers with weights, six for every block of a stage, and two.</source>
   <translation>Strati con pesi, sei per ogni blocco di uno stadio, più due.</translation>
  </message>
  <message>
   <source>Lays the image out as one row of values.</source>
   <translation>Dispone l’immagine come una riga di valori.</translation>
  </message>
  <message>
   <source>Lays the same values out in another shape, in their order.</source>
   <translation>Dispone gli stessi valori in un’altra forma, nel loro ordine.</translation>
  </message>
  <message>
   <source>LeNet-5</source>
   <translation>LeNet-5</translation>
  </message>
  <message>
   <source>LeNet-5, modern</source>
   <translation>LeNet-5, moderna</translation>
  </message>
  <message>
   <source>Leaky ReLU</source>
   <translation>Leaky ReLU</translation>
  </message>
  <message>
   <source>Leave align_corners off, or take bilinear.</source>
   <translation>Lascia spento align_corners, o prendi bilinear.</translation>
  </message>
  <message>
   <source>Leave it out</source>
   <translation>Omettilo</translation>
  </message>
  <message>
   <source>Leave it out, or give the layer before more channels.</source>
   <translation>Omettilo, o dai allo strato precedente più canali.</translation>
  </message>
  <message>
   <source>Leave out {0}</source>
   <translation>Ometti {0}</translation>
  </message>
  <message>
   <source>Leave {0} away</source>
   <translation>Lascia via {0}</translation>
  </message>
  <message>
   <source>Left to right</source>
   <translation>Da sinistra a destra</translation>
  </message>
  <message>
   <source>Left, right, top, bottom.</source>
   <translation>Sinistra, destra, sopra, sotto.</translation>
  </message>
  <message>
   <source>Let it end in .safetensors.</source>
   <translation>Fallo finire in .safetensors.</translation>
  </message>
  <message>
   <source>Linear</source>
   <translation>Lineare</translation>
  </message>
  <message>
   <source>Linear at each place</source>
   <translation>Lineare in ogni posto</translation>
  </message>
  <message>
   <source>Linear needs a vector, but gets {0}</source>
   <translation>Lineare ha bisogno di un vettore, ma riceve {0}</translation>
  </message>
  <message>
   <source>Load or train a network first.</source>
   <translation>Carica o addestra prima una rete.</translation>
  </message>
  <message>
   <source>Loading and running it</source>
   <translation>Caricamento ed esecuzione</translation>
  </message>
  <message>
   <source>Local response norm</source>
   <translation>Local response norm</translation>
  </message>
  <message>
   <source>Looking at what filters see showed AlexNet's first steps too coarse: 7×7, stride 2.</source>
   <translation>Guardare ciò che vedono i filtri ha mostrato che i primi passi di AlexNet erano troppo grossolani: 7×7, stride 2.</translation>
  </message>
  <message>
   <source>Looks at the means of all channels and turns each channel up or down.</source>
   <translation>Guarda le medie di tutti i canali e alza o abbassa ciascun canale.</translation>
  </message>
  <message>
   <source>MACs</source>
   <translation>MAC</translation>
  </message>
  <message>
   <source>MBConv</source>
   <translation>MBConv</translation>
  </message>
  <message>
   <source>MBConv in a row: the first strides, and each is skipped a little more often.</source>
   <translation>MBConv in fila: il primo ha lo stride, e ciascuno viene saltato un po’ più spesso.</translation>
  </message>
  <message>
   <source>MBConv stage</source>
   <translation>Stadio MBConv</translation>
  </message>
  <message>
   <source>Make editable</source>
   <translation>Rendi modificabile</translation>
  </message>
  <message>
   <source>Make it a module with named parts.</source>
   <translation>Fanne un modulo con parti nominate.</translation>
  </message>
  <message>
   <source>Make it, or choose another.</source>
   <translation>Creala, o scegline un’altra.</translation>
  </message>
  <message>
   <source>Make the block {0}</source>
   <translation>Crea il blocco {0}</translation>
  </message>
  <message>
   <source>Make {0} editable</source>
   <translation>Rendi {0} modificabile</translation>
  </message>
  <message>
   <source>Make {0} editable; {1}</source>
   <translation>Rendi {0} modificabile; {1}</translation>
  </message>
  <message>
   <source>Make {0} unique</source>
   <translation>Rendi {0} unico</translation>
  </message>
  <message>
   <source>Makes the image larger by whole factors, by repeating or by mixing values.</source>
   <translation>Ingrandisce l’immagine di fattori interi, ripetendo o mescolando valori.</translation>
  </message>
  <message>
   <source>Makes the image of a given height and width, larger or smaller.</source>
   <translation>Porta l’immagine a un’altezza e una larghezza date, più grandi o più piccole.</translation>
  </message>
  <message>
   <source>Many narrow paths of one shape in each block do better than one wide path.</source>
   <translation>Molti percorsi stretti della stessa forma in ogni blocco fanno meglio di un percorso largo.</translation>
  </message>
  <message>
   <source>Max pooling</source>
   <translation>Max pooling</translation>
  </message>
  <message>
   <source>Mend the expression, or define the parameter.</source>
   <translation>Correggi l’espressione, o definisci il parametro.</translation>
  </message>
  <message>
   <source>Mirrored, the last row again, or from the other side.</source>
   <translation>Riflessi, di nuovo l’ultima riga, o dall’altro lato.</translation>
  </message>
  <message>
   <source>Mlpconv layer</source>
   <translation>Strato mlpconv</translation>
  </message>
  <message>
   <source>MnasNet ×{0}</source>
   <translation>MnasNet ×{0}</translation>
  </message>
  <message>
   <source>MobileNet</source>
   <translation>MobileNet</translation>
  </message>
  <message>
   <source>MobileNetV2</source>
   <translation>MobileNetV2</translation>
  </message>
  <message>
   <source>More than {0} cannot be shown or built.</source>
   <translation>Più di {0} non si possono mostrare né costruire.</translation>
  </message>
  <message>
   <source>More would add rows that no input reaches.</source>
   <translation>Di più aggiungerebbe righe che nessun ingresso raggiunge.</translation>
  </message>
  <message>
   <source>Move the wire to input {0}</source>
   <translation>Sposta il collegamento sull’ingresso {0}</translation>
  </message>
  <message>
   <source>Move this block before the flatten.</source>
   <translation>Sposta questo blocco prima del flatten.</translation>
  </message>
  <message>
   <source>Multiplies each channel by a learned factor (ConvNeXt).</source>
   <translation>Moltiplica ogni canale per un fattore imparato (ConvNeXt).</translation>
  </message>
  <message>
   <source>Multiplies every value by a constant, as Inception-ResNet tames what it adds.</source>
   <translation>Moltiplica ogni valore per una costante, come Inception-ResNet doma ciò che somma.</translation>
  </message>
  <message>
   <source>Multiplies its inputs value by value, as a gate does.</source>
   <translation>Moltiplica i suoi ingressi valore per valore, come fa un gate.</translation>
  </message>
  <message>
   <source>Multiply</source>
   <translation>Moltiplicazione</translation>
  </message>
  <message>
   <source>My blocks</source>
   <translation>I miei blocchi</translation>
  </message>
  <message>
   <source>NASNet-A mobile</source>
   <translation>NASNet-A mobile</translation>
  </message>
  <message>
   <source>Names tell blocks apart, and name their weights.</source>
   <translation>I nomi distinguono i blocchi, e danno il nome ai loro pesi.</translation>
  </message>
  <message>
   <source>Negative padding cuts rows and columns away.</source>
   <translation>Un padding negativo toglie righe e colonne.</translation>
  </message>
  <message>
   <source>New channels that each dense layer adds.</source>
   <translation>Canali nuovi che ogni strato denso aggiunge.</translation>
  </message>
  <message>
   <source>New channels that each layer adds (k in the paper).</source>
   <translation>Canali nuovi che ogni strato aggiunge (k nell’articolo).</translation>
  </message>
  <message>
   <source>NiN (CIFAR-10)</source>
   <translation>NiN (CIFAR-10)</translation>
  </message>
  <message>
   <source>NiN (ImageNet)</source>
   <translation>NiN (ImageNet)</translation>
  </message>
  <message>
   <source>No output padding</source>
   <translation>Nessun output padding</translation>
  </message>
  <message>
   <source>No padding</source>
   <translation>Nessun padding</translation>
  </message>
  <message>
   <source>None of its layers has weights.</source>
   <translation>Nessuno dei suoi strati ha pesi.</translation>
  </message>
  <message>
   <source>Norm and ReLU before the convolutions leave the shortcuts clear from end to end.</source>
   <translation>Normalizzazione e ReLU prima delle convoluzioni lasciano libere le shortcut da un capo all’altro.</translation>
  </message>
  <message>
   <source>Norm, ReLU, 1×1; norm, ReLU, 3×3: reads everything before it, makes few new channels.</source>
   <translation>Norm, ReLU, 1×1; norm, ReLU, 3×3: legge tutto ciò che precede, produce pochi canali nuovi.</translation>
  </message>
  <message>
   <source>Normal cell</source>
   <translation>Cella normale</translation>
  </message>
  <message>
   <source>Normalises each channel of each sample by itself.</source>
   <translation>Normalizza ogni canale di ogni campione per sé.</translation>
  </message>
  <message>
   <source>Normalises each channel over the batch, then scales and shifts it.</source>
   <translation>Normalizza ogni canale sul batch, poi lo scala e lo trasla.</translation>
  </message>
  <message>
   <source>Normalises each sample over all its values, then scales and shifts each of them.</source>
   <translation>Normalizza ogni campione su tutti i suoi valori, poi scala e trasla ciascuno.</translation>
  </message>
  <message>
   <source>Normalises groups of channels within each sample, whatever the batch.</source>
   <translation>Normalizza gruppi di canali in ogni campione, qualunque sia il batch.</translation>
  </message>
  <message>
   <source>Normalises the channels at each place of the image by themselves (ConvNeXt).</source>
   <translation>Normalizza i canali in ogni posto dell’immagine per sé (ConvNeXt).</translation>
  </message>
  <message>
   <source>Normalises the values of the last axis, at each place by itself.</source>
   <translation>Normalizza i valori dell’ultimo asse, in ogni posto per sé.</translation>
  </message>
  <message>
   <source>Nothing but 3×3 convolutions: two see as far as one 5×5, with fewer weights.</source>
   <translation>Nient’altro che convoluzioni 3×3: due vedono quanto una 5×5, con meno pesi.</translation>
  </message>
  <message>
   <source>Nothing is measured while training: both would be slower.</source>
   <translation>Durante l’addestramento non si misura nulla: sarebbero entrambi più lenti.</translation>
  </message>
  <message>
   <source>Nothing was computed at “{0}”.</source>
   <translation>In “{0}” non è stato calcolato nulla.</translation>
  </message>
  <message>
   <source>ONNX Runtime differs from torch by {0} at most, {1} of the largest value</source>
   <translation>ONNX Runtime differisce da torch al massimo di {0}, {1} del valore maggiore</translation>
  </message>
  <message>
   <source>ONNX Runtime's answer differs by {0}, {1} of the largest value</source>
   <translation>La risposta di ONNX Runtime differisce di {0}, {1} del valore maggiore</translation>
  </message>
  <message>
   <source>Of the gate; a quarter of the input's where none; 0: no gate.</source>
   <translation>Del gate; un quarto di quelli d’ingresso se nessuno; 0: nessun gate.</translation>
  </message>
  <message>
   <source>One block repeated; the first instance may differ, so as to halve the image.</source>
   <translation>Un blocco ripetuto; la prima istanza può differire, per dimezzare l’immagine.</translation>
  </message>
  <message>
   <source>One end of the wire is gone.</source>
   <translation>Un capo del collegamento non c’è più.</translation>
  </message>
  <message>
   <source>One group</source>
   <translation>Un gruppo</translation>
  </message>
  <message>
   <source>One of equal parts of the channels; a second one beside it takes another part.</source>
   <translation>Una delle parti uguali dei canali; una seconda accanto prende un’altra parte.</translation>
  </message>
  <message>
   <source>One with more has no one input to pass on.</source>
   <translation>Uno con di più non ha un ingresso unico da passare avanti.</translation>
  </message>
  <message>
   <source>Only images of one channel can be repeated to fit.</source>
   <translation>Solo immagini di un canale si possono ripetere per adattarle.</translation>
  </message>
  <message>
   <source>Only the number of channels may differ; height and width must be equal.</source>
   <translation>Solo il numero di canali può differire; altezza e larghezza devono essere uguali.</translation>
  </message>
  <message>
   <source>Opaque</source>
   <translation>Opaco</translation>
  </message>
  <message>
   <source>Opset {0} cannot be written.</source>
   <translation>L’opset {0} non si può scrivere.</translation>
  </message>
  <message>
   <source>Option B</source>
   <translation>Opzione B</translation>
  </message>
  <message>
   <source>Output</source>
   <translation>Uscita</translation>
  </message>
  <message>
   <source>Output channels of both convolutions.</source>
   <translation>Canali d’uscita di entrambe le convoluzioni.</translation>
  </message>
  <message>
   <source>Output channels of each.</source>
   <translation>Canali d’uscita di ciascuno.</translation>
  </message>
  <message>
   <source>Output channels of the block.</source>
   <translation>Canali d’uscita del blocco.</translation>
  </message>
  <message>
   <source>Output channels of the convolution.</source>
   <translation>Canali d’uscita della convoluzione.</translation>
  </message>
  <message>
   <source>Output channels of the first 1×1 convolution.</source>
   <translation>Canali d’uscita della prima convoluzione 1×1.</translation>
  </message>
  <message>
   <source>Output channels of the last (or of each side).</source>
   <translation>Canali d’uscita dell’ultima (o di ciascun lato).</translation>
  </message>
  <message>
   <source>Output channels of the second 1×1 convolution.</source>
   <translation>Canali d’uscita della seconda convoluzione 1×1.</translation>
  </message>
  <message>
   <source>Output channels of the unit, both halves together.</source>
   <translation>Canali d’uscita dell’unità, le due metà insieme.</translation>
  </message>
  <message>
   <source>Output padding {0}</source>
   <translation>Output padding {0}</translation>
  </message>
  <message>
   <source>PReLU</source>
   <translation>PReLU</translation>
  </message>
  <message>
   <source>Pad by at least {0}, take a smaller kernel, or shrink the image later.</source>
   <translation>Usa un padding di almeno {0}, un kernel più piccolo, o riduci l’immagine più avanti.</translation>
  </message>
  <message>
   <source>Pad less, or take replicate.</source>
   <translation>Usa meno padding, o prendi replicate.</translation>
  </message>
  <message>
   <source>Pad to {0}</source>
   <translation>Padding fino a {0}</translation>
  </message>
  <message>
   <source>Pad to {0} before {1}</source>
   <translation>Padding fino a {0} prima di {1}</translation>
  </message>
  <message>
   <source>Pad, stride or pool the branches so that they end at the same size.</source>
   <translation>Usa padding, stride o pooling perché i rami finiscano alla stessa dimensione.</translation>
  </message>
  <message>
   <source>Padding as a number</source>
   <translation>Padding come numero</translation>
  </message>
  <message>
   <source>Padding {0}</source>
   <translation>Padding {0}</translation>
  </message>
  <message>
   <source>Part of {0}.</source>
   <translation>Parte di {0}.</translation>
  </message>
  <message>
   <source>Part {0}</source>
   <translation>Parte {0}</translation>
  </message>
  <message>
   <source>Parts are counted from 0, so the last is {0}.</source>
   <translation>Le parti si contano da 0, quindi l’ultima è {0}.</translation>
  </message>
  <message>
   <source>Parts that see each other's channels not at all.</source>
   <translation>Parti che non vedono affatto i canali l’una dell’altra.</translation>
  </message>
  <message>
   <source>Parts, one a GPU, of layers 2, 4 and 5.</source>
   <translation>Parti, una per GPU, degli strati 2, 4 e 5.</translation>
  </message>
  <message>
   <source>Passes its input on unchanged, as a shortcut does.</source>
   <translation>Passa avanti il suo ingresso invariato, come una shortcut.</translation>
  </message>
  <message>
   <source>Passes on the channels from one number to another, the last not included.</source>
   <translation>Passa avanti i canali da un numero a un altro, l’ultimo escluso.</translation>
  </message>
  <message>
   <source>Passes on the channels of a list, as the connection table of LeNet-5's C3 does.</source>
   <translation>Passa avanti i canali di un elenco, come la tabella delle connessioni di C3 in LeNet-5.</translation>
  </message>
  <message>
   <source>Permute</source>
   <translation>Permutazione</translation>
  </message>
  <message>
   <source>Pick channels</source>
   <translation>Scelta dei canali</translation>
  </message>
  <message>
   <source>Pooling, then fully connected layers down to one score a class.</source>
   <translation>Pooling, poi strati completamente connessi fino a un punteggio per classe.</translation>
  </message>
  <message>
   <source>Pools to a given size, whatever the size of the image.</source>
   <translation>Pooling a una dimensione data, qualunque sia quella dell’immagine.</translation>
  </message>
  <message>
   <source>Ports</source>
   <translation>Porte</translation>
  </message>
  <message>
   <source>Put a 1×1 convolution with stride {0} and {1} out_channels on the branch with the larger image.</source>
   <translation>Metti una convoluzione 1×1 con stride {0} e {1} out_channels sul ramo con l’immagine più grande.</translation>
  </message>
  <message>
   <source>Put a 1×1 convolution with {0} out_channels on the branch that has {1}.</source>
   <translation>Metti una convoluzione 1×1 con {0} out_channels sul ramo che ne ha {1}.</translation>
  </message>
  <message>
   <source>Put a Flatten before it.</source>
   <translation>Metti un flatten prima.</translation>
  </message>
  <message>
   <source>Put the weights beside the model.</source>
   <translation>Metti i pesi accanto al modello.</translation>
  </message>
  <message>
   <source>Put {0} between {1} and {2}</source>
   <translation>Metti {0} tra {1} e {2}</translation>
  </message>
  <message>
   <source>Put {0} in its place</source>
   <translation>Metti {0} al suo posto</translation>
  </message>
  <message>
   <source>Puts the axes of an image in another order, such as the channels last.</source>
   <translation>Mette gli assi di un’immagine in un altro ordine, per esempio con i canali per ultimi.</translation>
  </message>
  <message>
   <source>PyTorch's own train() and eval() need that name in every module.</source>
   <translation>train() ed eval() di PyTorch hanno bisogno di quel nome in ogni modulo.</translation>
  </message>
  <message>
   <source>Radial basis (RBF)</source>
   <translation>Base radiale (RBF)</translation>
  </message>
  <message>
   <source>ReLU comes first, but what it is given has not been normalised: little is gained.</source>
   <translation>La ReLU viene prima, ma ciò che riceve non è stato normalizzato: si guadagna poco.</translation>
  </message>
  <message>
   <source>ReLU last</source>
   <translation>ReLU per ultima</translation>
  </message>
  <message>
   <source>ReLU, depthwise, 1×1, norm, and all of it once more (NASNet).</source>
   <translation>ReLU, depthwise, 1×1, norm, e tutto una seconda volta (NASNet).</translation>
  </message>
  <message>
   <source>Reading {0} of {1} nodes</source>
   <translation>Lettura di {0} nodi su {1}</translation>
  </message>
  <message>
   <source>Reduces every channel to one value, the mean (or largest) over the image.</source>
   <translation>Riduce ogni canale a un valore, la media (o il massimo) sull’immagine.</translation>
  </message>
  <message>
   <source>Reduction cell</source>
   <translation>Cella di riduzione</translation>
  </message>
  <message>
   <source>Reduction-A</source>
   <translation>Reduction-A</translation>
  </message>
  <message>
   <source>Reduction-A: channels of the 1×1.</source>
   <translation>Reduction-A: canali della 1×1.</translation>
  </message>
  <message>
   <source>Reduction-A: channels of the 3×3 with stride 2 alone.</source>
   <translation>Reduction-A: canali della sola 3×3 con stride 2.</translation>
  </message>
  <message>
   <source>Reduction-A: channels of the 3×3 with stride 2 behind it.</source>
   <translation>Reduction-A: canali della 3×3 con stride 2 che segue.</translation>
  </message>
  <message>
   <source>Reduction-A: channels of the 3×3.</source>
   <translation>Reduction-A: canali della 3×3.</translation>
  </message>
  <message>
   <source>Reduction-B</source>
   <translation>Reduction-B</translation>
  </message>
  <message>
   <source>Remove the block {0}</source>
   <translation>Togli il blocco {0}</translation>
  </message>
  <message>
   <source>Remove {0} of {1}</source>
   <translation>Togli {0} di {1}</translation>
  </message>
  <message>
   <source>Rename it to {0}</source>
   <translation>Rinominalo in {0}</translation>
  </message>
  <message>
   <source>Rename it.</source>
   <translation>Rinominalo.</translation>
  </message>
  <message>
   <source>Rename one of them.</source>
   <translation>Rinominane uno.</translation>
  </message>
  <message>
   <source>Rename the {0} {1} to {2}</source>
   <translation>Rinomina {0} {1} in {2}</translation>
  </message>
  <message>
   <source>Rename {0} of {1} to {2}</source>
   <translation>Rinomina {0} di {1} in {2}</translation>
  </message>
  <message>
   <source>Rename {0} to {1}</source>
   <translation>Rinomina {0} in {1}</translation>
  </message>
  <message>
   <source>Repeat its blocks less often.</source>
   <translation>Ripeti meno volte i suoi blocchi.</translation>
  </message>
  <message>
   <source>Repeat {0}</source>
   <translation>Ripeti {0}</translation>
  </message>
  <message>
   <source>Replace the block that ONNX does not know, or export PyTorch source instead.</source>
   <translation>Sostituisci il blocco che ONNX non conosce, o esporta invece il sorgente PyTorch.</translation>
  </message>
  <message>
   <source>Replace the block, or define it.</source>
   <translation>Sostituisci il blocco, o definiscilo.</translation>
  </message>
  <message>
   <source>Replaces negative values by zero.</source>
   <translation>Sostituisce i valori negativi con zero.</translation>
  </message>
  <message>
   <source>ResNeXt-{0} {1}×{2}d</source>
   <translation>ResNeXt-{0} {1}×{2}d</translation>
  </message>
  <message>
   <source>ResNet paper</source>
   <translation>Articolo di ResNet</translation>
  </message>
  <message>
   <source>ResNet-110, {0}</source>
   <translation>ResNet-110, {0}</translation>
  </message>
  <message>
   <source>ResNet-34 with its shortcuts taken away: as deep, and harder to train than 18.</source>
   <translation>ResNet-34 senza le sue shortcut: altrettanto profonda, e più difficile da addestrare della 18.</translation>
  </message>
  <message>
   <source>ResNet-{0} (CIFAR-10)</source>
   <translation>ResNet-{0} (CIFAR-10)</translation>
  </message>
  <message>
   <source>ResNet-{0} v2</source>
   <translation>ResNet-{0} v2</translation>
  </message>
  <message>
   <source>Reshape</source>
   <translation>Rimodellamento</translation>
  </message>
  <message>
   <source>Residual block</source>
   <translation>Blocco residuo</translation>
  </message>
  <message>
   <source>Resize</source>
   <translation>Ridimensionamento</translation>
  </message>
  <message>
   <source>Resize: nearest knows no align_corners</source>
   <translation>Ridimensionamento: nearest non conosce align_corners</translation>
  </message>
  <message>
   <source>Restart the worker; the window and it may be of different versions.</source>
   <translation>Riavvia il processo di calcolo; la finestra e il processo possono essere di versioni diverse.</translation>
  </message>
  <message>
   <source>Round the output up, so that the last window may hang over.</source>
   <translation>Arrotonda l’uscita per eccesso, così che l’ultima finestra possa sporgere.</translation>
  </message>
  <message>
   <source>Round up (ceil mode)</source>
   <translation>Arrotonda per eccesso (modo ceil)</translation>
  </message>
  <message>
   <source>Rows and columns added around the image.</source>
   <translation>Righe e colonne aggiunte intorno all’immagine.</translation>
  </message>
  <message>
   <source>Rows and columns added on one side of the result.</source>
   <translation>Righe e colonne aggiunte su un lato del risultato.</translation>
  </message>
  <message>
   <source>Rows and columns cut from every side of the result.</source>
   <translation>Righe e colonne tolte da ogni lato del risultato.</translation>
  </message>
  <message>
   <source>Running it with ONNX Runtime</source>
   <translation>Esecuzione con ONNX Runtime</translation>
  </message>
  <message>
   <source>SENet bottleneck</source>
   <translation>Bottleneck di SENet</translation>
  </message>
  <message>
   <source>SGD with momentum</source>
   <translation>SGD con momento</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>Scala</translation>
  </message>
  <message>
   <source>Scaled tanh</source>
   <translation>Tanh scalata</translation>
  </message>
  <message>
   <source>Scales negative values down.</source>
   <translation>Riduce i valori negativi.</translation>
  </message>
  <message>
   <source>Search two small cells on small images, then stack them for large ones.</source>
   <translation>Cercare due piccole celle su immagini piccole, poi impilarle per quelle grandi.</translation>
  </message>
  <message>
   <source>See what the blocks say about their shapes.</source>
   <translation>Guarda che cosa dicono i blocchi delle loro forme.</translation>
  </message>
  <message>
   <source>Sees as far as one n×n convolution, at less cost: 1×n and n×1, or a stack of 3×3.</source>
   <translation>Vede quanto una convoluzione n×n, a minor costo: 1×n e n×1, o una pila di 3×3.</translation>
  </message>
  <message>
   <source>Separable convolution</source>
   <translation>Convoluzione separabile</translation>
  </message>
  <message>
   <source>Separable convolutions, each after an activation, added to their input (Xception).</source>
   <translation>Convoluzioni separabili, ciascuna dopo un’attivazione, sommate al loro ingresso (Xception).</translation>
  </message>
  <message>
   <source>Separable ×2</source>
   <translation>Separabile ×2</translation>
  </message>
  <message>
   <source>Set out_features of the last linear layer to {0}.</source>
   <translation>Imposta out_features dell’ultimo strato lineare a {0}.</translation>
  </message>
  <message>
   <source>Set {0} to {1}{2}</source>
   <translation>Imposta {0} a {1}{2}</translation>
  </message>
  <message>
   <source>Share of images for which it is skipped.</source>
   <translation>Quota di immagini per cui viene saltato.</translation>
  </message>
  <message>
   <source>Share of the channels that a transition keeps.</source>
   <translation>Quota dei canali che una transizione mantiene.</translation>
  </message>
  <message>
   <source>Share of the channels that remains (θ in the paper).</source>
   <translation>Quota dei canali che resta (θ nell’articolo).</translation>
  </message>
  <message>
   <source>Share of the expanded channels that see 3×3.</source>
   <translation>Quota dei canali espansi che vedono 3×3.</translation>
  </message>
  <message>
   <source>Share of the images for which the branch is dropped.</source>
   <translation>Quota delle immagini per cui il ramo cade.</translation>
  </message>
  <message>
   <source>Share of the values that is zeroed.</source>
   <translation>Quota dei valori che vengono azzerati.</translation>
  </message>
  <message>
   <source>Shared weights and pooling learn to see; each digit is a picture to come near.</source>
   <translation>Pesi condivisi e pooling imparano a vedere; ogni cifra è un’immagine a cui avvicinarsi.</translation>
  </message>
  <message>
   <source>Shift</source>
   <translation>Traslazione</translation>
  </message>
  <message>
   <source>Shortcuts join the narrow ends, and nothing narrow is cut off by a ReLU.</source>
   <translation>Le shortcut uniscono i capi stretti, e nulla di stretto è tagliato da una ReLU.</translation>
  </message>
  <message>
   <source>Shortcuts that are 1×1 convolutions: 0 none (A), 1 where shapes change (B), 2 all (C).</source>
   <translation>Shortcut che sono convoluzioni 1×1: 0 nessuna (A), 1 dove le forme cambiano (B), 2 tutte (C).</translation>
  </message>
  <message>
   <source>Shuffle unit</source>
   <translation>Unità shuffle</translation>
  </message>
  <message>
   <source>ShuffleNetV2 ×{0}</source>
   <translation>ShuffleNetV2 ×{0}</translation>
  </message>
  <message>
   <source>Side of the image after pooling.</source>
   <translation>Lato dell’immagine dopo il pooling.</translation>
  </message>
  <message>
   <source>Side of the image after pooling; 0 for no pooling.</source>
   <translation>Lato dell’immagine dopo il pooling; 0 per nessun pooling.</translation>
  </message>
  <message>
   <source>Side of the image.</source>
   <translation>Lato dell’immagine.</translation>
  </message>
  <message>
   <source>Size of each hidden layer.</source>
   <translation>Dimensione di ogni strato nascosto.</translation>
  </message>
  <message>
   <source>Size of the hidden layer.</source>
   <translation>Dimensione dello strato nascosto.</translation>
  </message>
  <message>
   <source>Size of the two hidden fully connected layers.</source>
   <translation>Dimensione dei due strati nascosti completamente connessi.</translation>
  </message>
  <message>
   <source>Slice channels</source>
   <translation>Fetta di canali</translation>
  </message>
  <message>
   <source>Slides learned filters over the image; each filter makes one output channel.</source>
   <translation>Fa scorrere sull’immagine filtri imparati; ogni filtro produce un canale d’uscita.</translation>
  </message>
  <message>
   <source>Slope for negative values.</source>
   <translation>Pendenza per i valori negativi.</translation>
  </message>
  <message>
   <source>Softmax</source>
   <translation>Softmax</translation>
  </message>
  <message>
   <source>Somewhere its values grow beyond what float32 holds, so that the exported file cannot be compared with it.</source>
   <translation>Da qualche parte i suoi valori superano ciò che float32 contiene, così che il file esportato non si può confrontare con essa.</translation>
  </message>
  <message>
   <source>Speed is memory traffic too: half the channels pass by untouched, then shuffle.</source>
   <translation>La velocità è anche traffico di memoria: metà dei canali passa intatta, poi si rimescola.</translation>
  </message>
  <message>
   <source>Spend on width and depth together, and normalise even the auxiliary classifier.</source>
   <translation>Spendere insieme in larghezza e profondità, e normalizzare anche il classificatore ausiliario.</translation>
  </message>
  <message>
   <source>SqueezeNet with smaller first filters and earlier pooling: 2.4 times less to compute.</source>
   <translation>SqueezeNet con primi filtri più piccoli e pooling anticipato: 2,4 volte meno da calcolare.</translation>
  </message>
  <message>
   <source>SqueezeNet {0}</source>
   <translation>SqueezeNet {0}</translation>
  </message>
  <message>
   <source>Squeezes values into 0 … 1.</source>
   <translation>Comprime i valori in 0 … 1.</translation>
  </message>
  <message>
   <source>Squeezes values into −1 … 1 (LeNet-5).</source>
   <translation>Comprime i valori in −1 … 1 (LeNet-5).</translation>
  </message>
  <message>
   <source>Squeeze–excitation</source>
   <translation>Squeeze–excitation</translation>
  </message>
  <message>
   <source>Squeeze–excitation before the addition; 0 for none.</source>
   <translation>Squeeze–excitation prima dell’addizione; 0 per nessuna.</translation>
  </message>
  <message>
   <source>Stacks the channels of its inputs, as at the end of an inception module.</source>
   <translation>Concatena i canali dei suoi ingressi, come alla fine di un modulo inception.</translation>
  </message>
  <message>
   <source>Stage ×N</source>
   <translation>Stadio ×N</translation>
  </message>
  <message>
   <source>Stage ×N cannot repeat {0}</source>
   <translation>Stadio ×N non può ripetere {0}</translation>
  </message>
  <message>
   <source>Stands for something that came in and has no layer here: shape and figures are kept.</source>
   <translation>Sta per qualcosa che è stato importato e qui non ha uno strato: forma e valori sono conservati.</translation>
  </message>
  <message>
   <source>Stem</source>
   <translation>Stem</translation>
  </message>
  <message>
   <source>Stochastic depth</source>
   <translation>Profondità stocastica</translation>
  </message>
  <message>
   <source>Stop at {0} or before, and start before that.</source>
   <translation>Fermati a {0} o prima, e comincia prima di lì.</translation>
  </message>
  <message>
   <source>Stop bypassing it</source>
   <translation>Non bypassarlo più</translation>
  </message>
  <message>
   <source>Stop bypassing {0}</source>
   <translation>Non bypassare più {0}</translation>
  </message>
  <message>
   <source>Stop the training first.</source>
   <translation>Ferma prima l’addestramento.</translation>
  </message>
  <message>
   <source>Stride 1</source>
   <translation>Stride 1</translation>
  </message>
  <message>
   <source>Stride 1 in {0}</source>
   <translation>Stride 1 in {0}</translation>
  </message>
  <message>
   <source>Stride of the 3×3 convolution and of the shortcut.</source>
   <translation>Stride della convoluzione 3×3 e della shortcut.</translation>
  </message>
  <message>
   <source>Stride of the block.</source>
   <translation>Stride del blocco.</translation>
  </message>
  <message>
   <source>Stride of the depthwise convolution.</source>
   <translation>Stride della convoluzione depthwise.</translation>
  </message>
  <message>
   <source>Stride of the first convolution and of the shortcut.</source>
   <translation>Stride della prima convoluzione e della shortcut.</translation>
  </message>
  <message>
   <source>Stride of the first of the two.</source>
   <translation>Stride della prima delle due.</translation>
  </message>
  <message>
   <source>Stride of the pooling at the end and of the shortcut.</source>
   <translation>Stride del pooling finale e della shortcut.</translation>
  </message>
  <message>
   <source>Stride {0}</source>
   <translation>Stride {0}</translation>
  </message>
  <message>
   <source>Stride {0}, padding {1}</source>
   <translation>Stride {0}, padding {1}</translation>
  </message>
  <message>
   <source>Stride; above 1 both halves are made from all channels.</source>
   <translation>Stride; sopra 1 entrambe le metà nascono da tutti i canali.</translation>
  </message>
  <message>
   <source>Subtract</source>
   <translation>Sottrazione</translation>
  </message>
  <message>
   <source>Sums scaled down by a tenth or two keep very wide residual networks stable.</source>
   <translation>Somme ridotte a un decimo o due mantengono stabili reti residue molto larghe.</translation>
  </message>
  <message>
   <source>Take 1, 2, 0 to put the channels of an image last, 2, 0, 1 to put them first.</source>
   <translation>Prendi 1, 2, 0 per mettere i canali di un’immagine per ultimi, 2, 0, 1 per metterli primi.</translation>
  </message>
  <message>
   <source>Take Walsh codes.</source>
   <translation>Prendi i codici di Walsh.</translation>
  </message>
  <message>
   <source>Take a number of groups that divides both.</source>
   <translation>Prendi un numero di gruppi che divida entrambi.</translation>
  </message>
  <message>
   <source>Take a number of groups that divides the channels.</source>
   <translation>Prendi un numero di gruppi che divida i canali.</translation>
  </message>
  <message>
   <source>Take a smaller min_val.</source>
   <translation>Prendi un min_val più piccolo.</translation>
  </message>
  <message>
   <source>Take a smaller output_padding.</source>
   <translation>Prendi un output_padding più piccolo.</translation>
  </message>
  <message>
   <source>Take an odd side.</source>
   <translation>Prendi un lato dispari.</translation>
  </message>
  <message>
   <source>Take it out.</source>
   <translation>Toglilo.</translation>
  </message>
  <message>
   <source>Take less padding.</source>
   <translation>Prendi meno padding.</translation>
  </message>
  <message>
   <source>Take more channels or a larger width_per_group.</source>
   <translation>Prendi più canali o una width_per_group maggiore.</translation>
  </message>
  <message>
   <source>Take option B, which projects.</source>
   <translation>Prendi l’opzione B, che proietta.</translation>
  </message>
  <message>
   <source>Take padding {0} or less.</source>
   <translation>Prendi un padding di {0} o meno.</translation>
  </message>
  <message>
   <source>Take part {0} or an earlier one.</source>
   <translation>Prendi la parte {0} o una precedente.</translation>
  </message>
  <message>
   <source>Take some of them out.</source>
   <translation>Togline alcuni.</translation>
  </message>
  <message>
   <source>Take the image from {0}</source>
   <translation>Prendi l’immagine da {0}</translation>
  </message>
  <message>
   <source>Take those of a run of this very network.</source>
   <translation>Prendi quelli di un’esecuzione di questa stessa rete.</translation>
  </message>
  <message>
   <source>Take {0} out_channels, or stride 2.</source>
   <translation>Prendi {0} out_channels, o stride 2.</translation>
  </message>
  <message>
   <source>Take {0} out_channels.</source>
   <translation>Prendi {0} out_channels.</translation>
  </message>
  <message>
   <source>Take {0}, which most runtimes know.</source>
   <translation>Prendi {0}, che la maggior parte dei runtime conosce.</translation>
  </message>
  <message>
   <source>Taken to the extreme, an inception module maps space and channels separately.</source>
   <translation>Portato all’estremo, un modulo inception mappa spazio e canali separatamente.</translation>
  </message>
  <message>
   <source>Takes its second input from the first, value by value.</source>
   <translation>Sottrae il secondo ingresso dal primo, valore per valore.</translation>
  </message>
  <message>
   <source>Takes the mean of each window.</source>
   <translation>Prende la media di ogni finestra.</translation>
  </message>
  <message>
   <source>The 17×17 module of Inception-v4: 7×7 convolutions factorised (figure 5).</source>
   <translation>Il modulo 17×17 di Inception-v4: convoluzioni 7×7 fattorizzate (figura 5).</translation>
  </message>
  <message>
   <source>The 17×17 module: 1×1 beside a factorised 7×7 (figures 11 and 17).</source>
   <translation>Il modulo 17×17: 1×1 accanto a una 7×7 fattorizzata (figure 11 e 17).</translation>
  </message>
  <message>
   <source>The 35×35 module of Inception-v4: four branches of 96 channels (figure 4).</source>
   <translation>Il modulo 35×35 di Inception-v4: quattro rami di 96 canali (figura 4).</translation>
  </message>
  <message>
   <source>The 35×35 module: 1×1, 3×3 and two 3×3, added to the input (figures 10 and 16).</source>
   <translation>Il modulo 35×35: 1×1, 3×3 e due 3×3, sommati all’ingresso (figure 10 e 16).</translation>
  </message>
  <message>
   <source>The 8×8 module of Inception-v4: branches that fork into 1×3 and 3×1 (figure 6).</source>
   <translation>Il modulo 8×8 di Inception-v4: rami che si biforcano in 1×3 e 3×1 (figura 6).</translation>
  </message>
  <message>
   <source>The 8×8 module: 1×1 beside a factorised 3×3 (figures 13 and 19).</source>
   <translation>Il modulo 8×8: 1×1 accanto a una 3×3 fattorizzata (figure 13 e 19).</translation>
  </message>
  <message>
   <source>The channel before which it stops.</source>
   <translation>Il canale prima del quale si ferma.</translation>
  </message>
  <message>
   <source>The column of values that is shown does not sum to 24 M. It counts the image and what convolutions, pools and fully connected layers make, without ReLUs.</source>
   <translation>La colonna dei valori mostrata non ha per somma 24 M. Conta l’immagine e ciò che producono convoluzioni, pooling e strati completamente connessi, senza le ReLU.</translation>
  </message>
  <message>
   <source>The default of {0}</source>
   <translation>Il valore predefinito di {0}</translation>
  </message>
  <message>
   <source>The device cannot change while training.</source>
   <translation>Il dispositivo non può cambiare durante l’addestramento.</translation>
  </message>
  <message>
   <source>The device “{0}” is not available.</source>
   <translation>Il dispositivo “{0}” non è disponibile.</translation>
  </message>
  <message>
   <source>The exported program answers otherwise than the network.</source>
   <translation>Il programma esportato risponde diversamente dalla rete.</translation>
  </message>
  <message>
   <source>The filters of “{0}” have no input channel {1}.</source>
   <translation>I filtri di “{0}” non hanno un canale d’ingresso {1}.</translation>
  </message>
  <message>
   <source>The first channel, counted from 0.</source>
   <translation>Il primo canale, contando da 0.</translation>
  </message>
  <message>
   <source>The first convolution of a network with its norm and pooling: small and wide early on.</source>
   <translation>La prima convoluzione di una rete con normalizzazione e pooling: presto piccola e larga.</translation>
  </message>
  <message>
   <source>The image has to be laid out as one row of {0} values first.</source>
   <translation>L’immagine va prima disposta come una riga di {0} valori.</translation>
  </message>
  <message>
   <source>The images of {0} have channels, height and width.</source>
   <translation>Le immagini di {0} hanno canali, altezza e larghezza.</translation>
  </message>
  <message>
   <source>The input is {0}, and {1} is not a multiple of {2}.</source>
   <translation>L’ingresso è {0}, e {1} non è un multiplo di {2}.</translation>
  </message>
  <message>
   <source>The input is {0}: its channels are counted from 0 to {1}.</source>
   <translation>L’ingresso è {0}: i suoi canali si contano da 0 a {1}.</translation>
  </message>
  <message>
   <source>The input is {0}; counted from 0, its last channel is {1}.</source>
   <translation>L’ingresso è {0}; contando da 0, il suo ultimo canale è {1}.</translation>
  </message>
  <message>
   <source>The input is {0}; with padding {1} on both sides the {2} is {3} + 2·{4} = {5}, the window spans {6}·({7} − 1) + 1 = {8}.</source>
   <translation>L’ingresso è {0}; con padding {1} su entrambi i lati la dimensione ({2}) è {3} + 2·{4} = {5}, la finestra copre {6}·({7} − 1) + 1 = {8}.</translation>
  </message>
  <message>
   <source>The last three convolutions are counted at 28×28, but a pool has made the image 14×14.</source>
   <translation>Le ultime tre convoluzioni sono contate a 28×28, ma un pooling ha portato l’immagine a 14×14.</translation>
  </message>
  <message>
   <source>The least divisor, before the power.</source>
   <translation>Il divisore minimo, prima della potenza.</translation>
  </message>
  <message>
   <source>The loss became {0} at epoch {1}, step {2}.</source>
   <translation>La loss è diventata {0} all’epoca {1}, passo {2}.</translation>
  </message>
  <message>
   <source>The mean of each window, times one learned scale of the map, plus one learned bias.</source>
   <translation>La media di ogni finestra, per una scala imparata della mappa, più un bias imparato.</translation>
  </message>
  <message>
   <source>The mean, or the largest value.</source>
   <translation>La media, o il valore massimo.</translation>
  </message>
  <message>
   <source>The memory of the device does not suffice.</source>
   <translation>La memoria del dispositivo non basta.</translation>
  </message>
  <message>
   <source>The module cannot be run on images of {0}: {1}. Give the shape that it takes by --input.</source>
   <translation>Il modulo non si può eseguire su immagini di {0}: {1}. Indica con --input la forma che accetta.</translation>
  </message>
  <message>
   <source>The module gives no tensor that is made of its input.</source>
   <translation>Il modulo non dà un tensore ottenuto dal suo ingresso.</translation>
  </message>
  <message>
   <source>The network could not be converted to ONNX.</source>
   <translation>Impossibile convertire la rete in ONNX.</translation>
  </message>
  <message>
   <source>The network could not be exported.</source>
   <translation>Impossibile esportare la rete.</translation>
  </message>
  <message>
   <source>The network gives no scores of classes.</source>
   <translation>La rete non dà punteggi di classi.</translation>
  </message>
  <message>
   <source>The network gives {0} for an image, not scores.</source>
   <translation>La rete dà {0} per un’immagine, non punteggi.</translation>
  </message>
  <message>
   <source>The network has no such block, or does not use it outside training.</source>
   <translation>La rete non ha un blocco del genere, o non lo usa fuori dall’addestramento.</translation>
  </message>
  <message>
   <source>The network has nothing to learn.</source>
   <translation>La rete non ha nulla da imparare.</translation>
  </message>
  <message>
   <source>The network has {0} inputs and {1} outputs.</source>
   <translation>La rete ha {0} ingressi e {1} uscite.</translation>
  </message>
  <message>
   <source>The network has {0} outputs, {1} has {2} classes.</source>
   <translation>La rete ha {0} uscite, {1} ha {2} classi.</translation>
  </message>
  <message>
   <source>The network takes {0} channels, {1} has {2}.</source>
   <translation>La rete prende {0} canali, {1} ne ha {2}.</translation>
  </message>
  <message>
   <source>The network's answer is not finite.</source>
   <translation>La risposta della rete non è finita.</translation>
  </message>
  <message>
   <source>The network's input is {0}, not an image.</source>
   <translation>L’ingresso della rete è {0}, non un’immagine.</translation>
  </message>
  <message>
   <source>The order of convolution, batch norm and ReLU.</source>
   <translation>L’ordine di convoluzione, batch norm e ReLU.</translation>
  </message>
  <message>
   <source>The order of the two, both side by side and stacked, or 3×3 only.</source>
   <translation>L’ordine delle due, entrambe fianco a fianco e concatenate, o solo 3×3.</translation>
  </message>
  <message>
   <source>The paper calls a multiply-add one FLOP</source>
   <translation>L’articolo chiama FLOP una moltiplicazione-addizione</translation>
  </message>
  <message>
   <source>The power of the divisor.</source>
   <translation>La potenza del divisore.</translation>
  </message>
  <message>
   <source>The recipe cannot be followed: {0}: {1}.</source>
   <translation>Impossibile seguire la ricetta: {0}: {1}.</translation>
  </message>
  <message>
   <source>The run cannot be saved in {0}.</source>
   <translation>Impossibile salvare l’esecuzione in {0}.</translation>
  </message>
  <message>
   <source>The same few modules at every size of the image: regular, deeper and wider.</source>
   <translation>Gli stessi pochi moduli a ogni dimensione dell’immagine: regolare, più profonda e più larga.</translation>
  </message>
  <message>
   <source>The shape that it gave.</source>
   <translation>La forma che dava.</translation>
  </message>
  <message>
   <source>The shape, without the batch.</source>
   <translation>La forma, senza il batch.</translation>
  </message>
  <message>
   <source>The side n of the square that it stands for.</source>
   <translation>Il lato n del quadrato che sostituisce.</translation>
  </message>
  <message>
   <source>The sum has the 3×3 convolution twice. On 256×28×28, with 128, 64 to 192, 64 to 96 and 64 channels, this is what the branches cost.</source>
   <translation>La somma ha due volte la convoluzione 3×3. Su 256×28×28, con 128, 64 a 192, 64 a 96 e 64 canali, i rami costano questo.</translation>
  </message>
  <message>
   <source>The system says: {0}.</source>
   <translation>Il sistema dice: {0}.</translation>
  </message>
  <message>
   <source>The table gives the last depthwise convolution a stride of 2 at 7×7, but its output is 7×7 as well: the stride is 1.</source>
   <translation>La tabella dà all’ultima convoluzione depthwise uno stride di 2 a 7×7, ma anche la sua uscita è 7×7: lo stride è 1.</translation>
  </message>
  <message>
   <source>The values stay the same, only their arrangement changes.</source>
   <translation>I valori restano gli stessi, cambia solo la loro disposizione.</translation>
  </message>
  <message>
   <source>The weights do not fit the network.</source>
   <translation>I pesi non si adattano alla rete.</translation>
  </message>
  <message>
   <source>The worker closed its connection and had to be ended.</source>
   <translation>Il processo di calcolo ha chiuso la connessione ed è stato terminato.</translation>
  </message>
  <message>
   <source>The worker crashed ({0}), in torch or a driver.</source>
   <translation>Il processo di calcolo si è interrotto ({0}), in torch o in un driver.</translation>
  </message>
  <message>
   <source>The worker ended by itself.</source>
   <translation>Il processo di calcolo è terminato da solo.</translation>
  </message>
  <message>
   <source>The worker ended with an error (exit code {0}).</source>
   <translation>Il processo di calcolo è terminato con un errore (codice di uscita {0}).</translation>
  </message>
  <message>
   <source>The worker sent something that cannot be read ({0}).</source>
   <translation>Il processo di calcolo ha inviato qualcosa di illeggibile ({0}).</translation>
  </message>
  <message>
   <source>The worker was ended from outside ({0}).</source>
   <translation>Il processo di calcolo è stato terminato dall’esterno ({0}).</translation>
  </message>
  <message>
   <source>The worker was killed (SIGKILL). Systems do that when memory runs out: try a smaller batch or input.</source>
   <translation>Il processo di calcolo è stato ucciso (SIGKILL). I sistemi lo fanno quando la memoria finisce: prova un batch o un ingresso più piccolo.</translation>
  </message>
  <message>
   <source>The worker was sent something that it does not understand.</source>
   <translation>Al processo di calcolo è stato inviato qualcosa che non capisce.</translation>
  </message>
  <message>
   <source>The {0} have {1} channels.</source>
   <translation>{0}: hanno {1} canali.</translation>
  </message>
  <message>
   <source>The {0} need one score for each of {1} classes.</source>
   <translation>{0}: serve un punteggio per ciascuna di {1} classi.</translation>
  </message>
  <message>
   <source>There are no weights yet.</source>
   <translation>Non ci sono ancora pesi.</translation>
  </message>
  <message>
   <source>There are not as many rows or columns to take.</source>
   <translation>Non ci sono tante righe o colonne da prendere.</translation>
  </message>
  <message>
   <source>There is no data set “{0}”.</source>
   <translation>Non c’è un insieme di dati “{0}”.</translation>
  </message>
  <message>
   <source>There is no folder {0}.</source>
   <translation>Non c’è una cartella {0}.</translation>
  </message>
  <message>
   <source>There is no kind of device called “{0}”.</source>
   <translation>Non c’è un tipo di dispositivo chiamato “{0}”.</translation>
  </message>
  <message>
   <source>There is no network to load weights into.</source>
   <translation>Non c’è una rete in cui caricare i pesi.</translation>
  </message>
  <message>
   <source>There is no test image {0}.</source>
   <translation>Non c’è un’immagine di test {0}.</translation>
  </message>
  <message>
   <source>They have {0}, counted from 0.</source>
   <translation>Hanno {0}, contando da 0.</translation>
  </message>
  <message>
   <source>This installation of torch is built without CUDA.</source>
   <translation>Questa installazione di torch è compilata senza CUDA.</translation>
  </message>
  <message>
   <source>Those from {0} to {1} can.</source>
   <translation>Quelli da {0} a {1} sì.</translation>
  </message>
  <message>
   <source>Top to bottom</source>
   <translation>Dall’alto in basso</translation>
  </message>
  <message>
   <source>Train it first, or add norms.</source>
   <translation>Addestrala prima, o aggiungi normalizzazioni.</translation>
  </message>
  <message>
   <source>Trainable subsampling</source>
   <translation>Sottocampionamento addestrabile</translation>
  </message>
  <message>
   <source>Training on {0} needs one score for each of {1} classes.</source>
   <translation>L’addestramento su {0} ha bisogno di un punteggio per ciascuna di {1} classi.</translation>
  </message>
  <message>
   <source>Transition</source>
   <translation>Transizione</translation>
  </message>
  <message>
   <source>Transposed convolution</source>
   <translation>Convoluzione trasposta</translation>
  </message>
  <message>
   <source>Try a learning rate of {0}, or add batch normalisation.</source>
   <translation>Prova un tasso di apprendimento di {0}, o aggiungi batch norm.</translation>
  </message>
  <message>
   <source>Try again then.</source>
   <translation>Riprova allora.</translation>
  </message>
  <message>
   <source>Turns scores into probabilities that sum to 1 over the channels.</source>
   <translation>Trasforma i punteggi in probabilità che sommano a 1 sui canali.</translation>
  </message>
  <message>
   <source>Two 3×3 convolutions a block, three stages, and shortcuts without any weights.</source>
   <translation>Due convoluzioni 3×3 per blocco, tre stadi, e shortcut senza alcun peso.</translation>
  </message>
  <message>
   <source>Two 3×3 convolutions in place of the 5×5; may halve the image (BN-Inception).</source>
   <translation>Due convoluzioni 3×3 al posto della 5×5; può dimezzare l’immagine (BN-Inception).</translation>
  </message>
  <message>
   <source>Two 3×3 convolutions whose result is added to their input (ResNet-18 and -34).</source>
   <translation>Due convoluzioni 3×3 il cui risultato si somma al loro ingresso (ResNet-18 e -34).</translation>
  </message>
  <message>
   <source>Two of the codes would be the same in fewer than {0} values.</source>
   <translation>Due dei codici sarebbero uguali con meno di {0} valori.</translation>
  </message>
  <message>
   <source>Unpack {0}</source>
   <translation>Spacchetta {0}</translation>
  </message>
  <message>
   <source>Upsample</source>
   <translation>Sovracampionamento</translation>
  </message>
  <message>
   <source>Upsample: nearest knows no align_corners</source>
   <translation>Sovracampionamento: nearest non conosce align_corners</translation>
  </message>
  <message>
   <source>Used while training only, as GoogLeNet's extra heads.</source>
   <translation>Usata solo durante l’addestramento, come le teste in più di GoogLeNet.</translation>
  </message>
  <message>
   <source>VGG stage</source>
   <translation>Stadio VGG</translation>
  </message>
  <message>
   <source>VGG-{0} with batch norm</source>
   <translation>VGG-{0} con batch norm</translation>
  </message>
  <message>
   <source>Values are kept between the two.</source>
   <translation>I valori restano tra i due.</translation>
  </message>
  <message>
   <source>Values are {0} one by one, so the shapes must be equal.</source>
   <translation>I valori si elaborano uno a uno con {0}, quindi le forme devono essere uguali.</translation>
  </message>
  <message>
   <source>Values would have to be known before they are computed.</source>
   <translation>I valori andrebbero conosciuti prima di essere calcolati.</translation>
  </message>
  <message>
   <source>WRN-28-10 (CIFAR-10)</source>
   <translation>WRN-28-10 (CIFAR-10)</translation>
  </message>
  <message>
   <source>Walsh codes</source>
   <translation>Codici di Walsh</translation>
  </message>
  <message>
   <source>What comes behind would get another shape.</source>
   <translation>Ciò che segue riceverebbe un’altra forma.</translation>
  </message>
  <message>
   <source>What every value is multiplied by.</source>
   <translation>Per che cosa si moltiplica ogni valore.</translation>
  </message>
  <message>
   <source>What follows the 1×1 convolution.</source>
   <translation>Che cosa segue la convoluzione 1×1.</translation>
  </message>
  <message>
   <source>What follows the norm.</source>
   <translation>Che cosa segue la normalizzazione.</translation>
  </message>
  <message>
   <source>What follows the squeeze.</source>
   <translation>Che cosa segue la compressione.</translation>
  </message>
  <message>
   <source>What is added to every value.</source>
   <translation>Che cosa si aggiunge a ogni valore.</translation>
  </message>
  <message>
   <source>What it was called where it came from.</source>
   <translation>Come si chiamava da dove è venuto.</translation>
  </message>
  <message>
   <source>What large negative values come to, negated.</source>
   <translation>A che cosa tendono i valori molto negativi, cambiato di segno.</translation>
  </message>
  <message>
   <source>What larger values become.</source>
   <translation>Che cosa diventano i valori più grandi.</translation>
  </message>
  <message>
   <source>What makes factors between 0 and 1.</source>
   <translation>Che cosa produce fattori tra 0 e 1.</translation>
  </message>
  <message>
   <source>What makes the gate of what was squeezed.</source>
   <translation>Che cosa fa il gate di ciò che è stato compresso.</translation>
  </message>
  <message>
   <source>What smaller values become.</source>
   <translation>Che cosa diventano i valori più piccoli.</translation>
  </message>
  <message>
   <source>What the 17×17 modules' result is multiplied by.</source>
   <translation>Per che cosa si moltiplica il risultato dei moduli 17×17.</translation>
  </message>
  <message>
   <source>What the 35×35 modules' result is multiplied by.</source>
   <translation>Per che cosa si moltiplica il risultato dei moduli 35×35.</translation>
  </message>
  <message>
   <source>What the 8×8 modules' result is multiplied by.</source>
   <translation>Per che cosa si moltiplica il risultato dei moduli 8×8.</translation>
  </message>
  <message>
   <source>What the branches' result is multiplied by.</source>
   <translation>Per che cosa si moltiplica il risultato dei rami.</translation>
  </message>
  <message>
   <source>What the last branch pools by.</source>
   <translation>Con che cosa fa pooling l’ultimo ramo.</translation>
  </message>
  <message>
   <source>What the new rows and columns hold.</source>
   <translation>Che cosa contengono le nuove righe e colonne.</translation>
  </message>
  <message>
   <source>Where it levels off.</source>
   <translation>Dove si appiattisce.</translation>
  </message>
  <message>
   <source>Where the image comes in.</source>
   <translation>Dove entra l’immagine.</translation>
  </message>
  <message>
   <source>Where the result goes out.</source>
   <translation>Dove esce il risultato.</translation>
  </message>
  <message>
   <source>Whether a 2×2 max pooling ends the stage.</source>
   <translation>Se un max pooling 2×2 chiude lo stadio.</translation>
  </message>
  <message>
   <source>Whether a 3×3 max pooling with stride 2 follows.</source>
   <translation>Se segue un max pooling 3×3 con stride 2.</translation>
  </message>
  <message>
   <source>Whether a bias stays beside the norm, which makes it needless.</source>
   <translation>Se accanto alla normalizzazione resta un bias, che essa rende inutile.</translation>
  </message>
  <message>
   <source>Whether a bias stays beside the norms, which makes it needless.</source>
   <translation>Se accanto alle normalizzazioni resta un bias, che esse rendono inutile.</translation>
  </message>
  <message>
   <source>Whether an activation follows the addition.</source>
   <translation>Se all’addizione segue un’attivazione.</translation>
  </message>
  <message>
   <source>Whether an activation stands before the first.</source>
   <translation>Se prima della prima c’è un’attivazione.</translation>
  </message>
  <message>
   <source>Whether bottlenecks stride in their first 1×1, as the paper's, or in the 3×3 (v1.5).</source>
   <translation>Se i bottleneck hanno lo stride nella prima 1×1, come nell’articolo, o nella 3×3 (v1.5).</translation>
  </message>
  <message>
   <source>Whether each channel adds a learned constant.</source>
   <translation>Se ogni canale aggiunge una costante imparata.</translation>
  </message>
  <message>
   <source>Whether each channel has a learned scale and shift.</source>
   <translation>Se ogni canale ha scala e traslazione imparate.</translation>
  </message>
  <message>
   <source>Whether each channel has a slope of its own.</source>
   <translation>Se ogni canale ha una pendenza sua.</translation>
  </message>
  <message>
   <source>Whether each filter adds a learned constant.</source>
   <translation>Se ogni filtro aggiunge una costante imparata.</translation>
  </message>
  <message>
   <source>Whether each output adds a learned constant.</source>
   <translation>Se ogni uscita aggiunge una costante imparata.</translation>
  </message>
  <message>
   <source>Whether each value has a learned scale and shift.</source>
   <translation>Se ogni valore ha scala e traslazione imparate.</translation>
  </message>
  <message>
   <source>Whether it has the auxiliary head.</source>
   <translation>Se ha la testa ausiliaria.</translation>
  </message>
  <message>
   <source>Whether it has the two auxiliary heads.</source>
   <translation>Se ha le due teste ausiliarie.</translation>
  </message>
  <message>
   <source>Whether padding counts in the mean.</source>
   <translation>Se il padding conta nella media.</translation>
  </message>
  <message>
   <source>Whether the corners' values stay at the corners.</source>
   <translation>Se i valori degli angoli restano negli angoli.</translation>
  </message>
  <message>
   <source>Whether the first convolution changes the width, or the last.</source>
   <translation>Se cambia la larghezza la prima convoluzione, o l’ultima.</translation>
  </message>
  <message>
   <source>Whether the instances hang in a module of their own, or in the one around.</source>
   <translation>Se le istanze stanno in un modulo proprio, o in quello intorno.</translation>
  </message>
  <message>
   <source>Whether the network has it; what feeds it alone goes with it.</source>
   <translation>Se la rete ce l’ha; ciò che alimenta solo essa se ne va con lei.</translation>
  </message>
  <message>
   <source>Whether the parts are named (conv, bn), numbered, or belong to the block around.</source>
   <translation>Se le parti hanno un nome (conv, bn), un numero, o appartengono al blocco intorno.</translation>
  </message>
  <message>
   <source>Whether the parts are named, numbered, or belong to the block around.</source>
   <translation>Se le parti hanno un nome, un numero, o appartengono al blocco intorno.</translation>
  </message>
  <message>
   <source>Whether the parts belong to the block around, are numbered, or named.</source>
   <translation>Se le parti appartengono al blocco intorno, hanno un numero, o un nome.</translation>
  </message>
  <message>
   <source>Whether the parts belong to the block around, or to a module of their own.</source>
   <translation>Se le parti appartengono al blocco intorno, o a un modulo proprio.</translation>
  </message>
  <message>
   <source>Whether the parts belong to the network, or to a module of their own.</source>
   <translation>Se le parti appartengono alla rete, o a un modulo proprio.</translation>
  </message>
  <message>
   <source>Whether the parts hang in a module of their own, or in the one around.</source>
   <translation>Se le parti stanno in un modulo proprio, o in quello intorno.</translation>
  </message>
  <message>
   <source>Whether what comes from two cells before is first brought into shape.</source>
   <translation>Se ciò che viene da due celle prima è dapprima messo in forma.</translation>
  </message>
  <message>
   <source>Which axis of the input each one is, from 0.</source>
   <translation>Quale asse dell’ingresso è ciascuno, da 0.</translation>
  </message>
  <message>
   <source>Which axis the channels are.</source>
   <translation>Quale asse sono i canali.</translation>
  </message>
  <message>
   <source>Which block is repeated.</source>
   <translation>Quale blocco si ripete.</translation>
  </message>
  <message>
   <source>Which convolution strides: v1.5, or the paper's.</source>
   <translation>Quale convoluzione ha lo stride: v1.5, o quella dell’articolo.</translation>
  </message>
  <message>
   <source>Which ones, counted from 0.</source>
   <translation>Quali, contando da 0.</translation>
  </message>
  <message>
   <source>Which part goes on, counted from 0.</source>
   <translation>Quale parte passa avanti, contando da 0.</translation>
  </message>
  <message>
   <source>Wide ResNet</source>
   <translation>Wide ResNet</translation>
  </message>
  <message>
   <source>Wide ResNet-{0}-2</source>
   <translation>Wide ResNet-{0}-2</translation>
  </message>
  <message>
   <source>Wire the cells so that at most one reduction lies between the two inputs.</source>
   <translation>Collega le celle in modo che tra i due ingressi ci sia al massimo una riduzione.</translation>
  </message>
  <message>
   <source>With a ReLU at the end of the branch a block can only add, never take away.</source>
   <translation>Con una ReLU alla fine del ramo un blocco può solo aggiungere, mai togliere.</translation>
  </message>
  <message>
   <source>With a learning rate of {0} the weights grew without bounds.</source>
   <translation>Con un tasso di apprendimento di {0} i pesi sono cresciuti senza limiti.</translation>
  </message>
  <message>
   <source>With a stride the output is smaller than the input, whatever the padding.</source>
   <translation>Con uno stride l’uscita è più piccola dell’ingresso, qualunque sia il padding.</translation>
  </message>
  <message>
   <source>With one image a batch and 1×1 maps there is nothing to take the mean of.</source>
   <translation>Con un’immagine per batch e mappe 1×1 non c’è nulla di cui fare la media.</translation>
  </message>
  <message>
   <source>Works on half of the channels, passes the other half on, and shuffles both together.</source>
   <translation>Lavora su metà dei canali, passa avanti l’altra metà e le rimescola insieme.</translation>
  </message>
  <message>
   <source>Writing the file</source>
   <translation>Scrittura del file</translation>
  </message>
  <message>
   <source>Xception</source>
   <translation>Xception</translation>
  </message>
  <message>
   <source>Xception block</source>
   <translation>Blocco Xception</translation>
  </message>
  <message>
   <source>ZFNet</source>
   <translation>ZFNet</translation>
  </message>
  <message>
   <source>Zero channels</source>
   <translation>Canali di zeri</translation>
  </message>
  <message>
   <source>Zero padding</source>
   <translation>Zero padding</translation>
  </message>
  <message>
   <source>Zero padding: nothing is left of {0}</source>
   <translation>Zero padding: di {0} non resta nulla</translation>
  </message>
  <message>
   <source>Zeroes values at random while training; passes everything on otherwise.</source>
   <translation>Azzera valori a caso durante l’addestramento; altrimenti passa tutto avanti.</translation>
  </message>
  <message>
   <source>Zeros around the image, or “same”.</source>
   <translation>Zeri intorno all’immagine, o “same”.</translation>
  </message>
  <message>
   <source>Zeros around the image.</source>
   <translation>Zeri intorno all’immagine.</translation>
  </message>
  <message>
   <source>Zeros around the image; half the kernel where none is given.</source>
   <translation>Zeri intorno all’immagine; metà del kernel se non indicati.</translation>
  </message>
  <message>
   <source>a block cannot be called “training”</source>
   <translation>un blocco non può chiamarsi “training”</translation>
  </message>
  <message>
   <source>a group has no graph of its own here</source>
   <translation>un gruppo qui non ha un grafo suo</translation>
  </message>
  <message>
   <source>a message of {0} bytes</source>
   <translation>un messaggio di {0} byte</translation>
  </message>
  <message>
   <source>a number</source>
   <translation>un numero</translation>
  </message>
  <message>
   <source>a number does not end before byte {0}</source>
   <translation>un numero non finisce prima del byte {0}</translation>
  </message>
  <message>
   <source>a numbered container needs its blocks in one row</source>
   <translation>un contenitore numerato ha bisogno che i suoi blocchi siano in una sola fila</translation>
  </message>
  <message>
   <source>a port is counted from 0</source>
   <translation>una porta si conta da 0</translation>
  </message>
  <message>
   <source>a script cannot read the data set “{0}” by itself</source>
   <translation>uno script non può leggere da solo l’insieme di dati “{0}”</translation>
  </message>
  <message>
   <source>a second block called {0}</source>
   <translation>un secondo blocco chiamato {0}</translation>
  </message>
  <message>
   <source>a shape such as 3×224×224</source>
   <translation>una forma come 3×224×224</translation>
  </message>
  <message>
   <source>a table needs a column; there are </source>
   <translation>una tabella ha bisogno di una colonna; ci sono </translation>
  </message>
  <message>
   <source>a tensor has its numbers twice</source>
   <translation>un tensore ha i suoi numeri due volte</translation>
  </message>
  <message>
   <source>a whole number</source>
   <translation>un numero intero</translation>
  </message>
  <message>
   <source>a whole number or four (left, right, top, bottom)</source>
   <translation>un numero intero o quattro (sinistra, destra, sopra, sotto)</translation>
  </message>
  <message>
   <source>a whole number or two (height, width)</source>
   <translation>un numero intero o due (altezza, larghezza)</translation>
  </message>
  <message>
   <source>a whole number, two (height, width), or “same”</source>
   <translation>un numero intero, due (altezza, larghezza), o “same”</translation>
  </message>
  <message>
   <source>a wire ends in input {0} of {1}</source>
   <translation>un collegamento finisce nell’ingresso {0} di {1}</translation>
  </message>
  <message>
   <source>a wire from {0} to {1} has a missing end</source>
   <translation>a un collegamento da {0} a {1} manca un capo</translation>
  </message>
  <message>
   <source>a wire from {0} to {1}: there is no “{2}”</source>
   <translation>un collegamento da {0} a {1}: non c’è “{2}”</translation>
  </message>
  <message>
   <source>a word or a list</source>
   <translation>una parola o un elenco</translation>
  </message>
  <message>
   <source>activations</source>
   <translation>attivazioni</translation>
  </message>
  <message>
   <source>adaptive pooling whose windows differ in size</source>
   <translation>pooling adattivo con finestre di dimensioni diverse</translation>
  </message>
  <message>
   <source>all branches</source>
   <translation>tutti i rami</translation>
  </message>
  <message>
   <source>all of it in {0}</source>
   <translation>tutto in {0}</translation>
  </message>
  <message>
   <source>an even number of neighbours lies otherwise in torch</source>
   <translation>un numero pari di vicini in torch è disposto diversamente</translation>
  </message>
  <message>
   <source>an exponent beyond 64 is not needed here</source>
   <translation>qui non serve un esponente oltre 64</translation>
  </message>
  <message>
   <source>an expression stands where its value is needed</source>
   <translation>c’è un’espressione dove serve il suo valore</translation>
  </message>
  <message>
   <source>an input is a constant</source>
   <translation>un ingresso è una costante</translation>
  </message>
  <message>
   <source>an output that no image changes</source>
   <translation>un’uscita che nessuna immagine cambia</translation>
  </message>
  <message>
   <source>and {0} more are opaque</source>
   <translation>e altri {0} sono opachi</translation>
  </message>
  <message>
   <source>and, by gates alone, the whole image</source>
   <translation>e, attraverso i soli gate, tutta l’immagine</translation>
  </message>
  <message>
   <source>another shape: {0} is {1} here, {2} there</source>
   <translation>un’altra forma: {0} qui è {1}, là {2}</translation>
  </message>
  <message>
   <source>as it came in</source>
   <translation>com’è entrato</translation>
  </message>
  <message>
   <source>average pooling that rounds up</source>
   <translation>average pooling che arrotonda per eccesso</translation>
  </message>
  <message>
   <source>average pooling with a stride that leaves its padding out</source>
   <translation>average pooling con uno stride che esclude il padding</translation>
  </message>
  <message>
   <source>axis {1}</source>
   <translation>asse {1}</translation>
  </message>
  <message>
   <source>backward</source>
   <translation>all’indietro</translation>
  </message>
  <message>
   <source>batch norm after addition</source>
   <translation>batch norm dopo l’addizione</translation>
  </message>
  <message>
   <source>batch norm last</source>
   <translation>batch norm per ultima</translation>
  </message>
  <message>
   <source>batch normalisation with a cumulative mean</source>
   <translation>batch norm con media cumulativa</translation>
  </message>
  <message>
   <source>block</source>
   <translation>blocco</translation>
  </message>
  <message>
   <source>block {0}</source>
   <translation>blocco {0}</translation>
  </message>
  <message>
   <source>blocks nest deeper than {0}</source>
   <translation>blocchi annidati oltre {0} livelli</translation>
  </message>
  <message>
   <source>branches of different strides were joined before it</source>
   <translation>prima si sono uniti rami di stride diversi</translation>
  </message>
  <message>
   <source>branches of strides {0} are joined: values beside each other do not see the same place, and the field holds only where they line up</source>
   <translation>si uniscono rami di stride {0}: valori vicini non vedono lo stesso posto, e il campo vale solo dove coincidono</translation>
  </message>
  <message>
   <source>branches of strides {0} meet here</source>
   <translation>qui si incontrano rami di stride {0}</translation>
  </message>
  <message>
   <source>bypassed, it passes on {0} where it gives {1}</source>
   <translation>bypassato, passa avanti {0} dove dà {1}</translation>
  </message>
  <message>
   <source>byte {0} begins nothing that is known</source>
   <translation>il byte {0} non comincia nulla di noto</translation>
  </message>
  <message>
   <source>bytes kept and gradients, the most in the {0} pass of {1}</source>
   <translation>byte conservati e gradienti, al massimo nel passo {0} di {1}</translation>
  </message>
  <message>
   <source>bytes of its output and all that waits to be read</source>
   <translation>byte della sua uscita e di tutto ciò che aspetta di essere letto</translation>
  </message>
  <message>
   <source>bytes: {0} ({1})</source>
   <translation>byte: {0} ({1})</translation>
  </message>
  <message>
   <source>can't allocate memory</source>
   <translation>can't allocate memory</translation>
  </message>
  <message>
   <source>channels / parts</source>
   <translation>canali / parti</translation>
  </message>
  <message>
   <source>channels last</source>
   <translation>canali per ultimi</translation>
  </message>
  <message>
   <source>channels of all inputs</source>
   <translation>canali di tutti gli ingressi</translation>
  </message>
  <message>
   <source>channels of the list</source>
   <translation>canali dell’elenco</translation>
  </message>
  <message>
   <source>channels: out_channels</source>
   <translation>canali: out_channels</translation>
  </message>
  <message>
   <source>comparing what it computes</source>
   <translation>confronto di ciò che calcola</translation>
  </message>
  <message>
   <source>conv1, type:conv, 128x28x28, 3x3, stride=2, params&gt;1M, field&lt;100</source>
   <translation>conv1, type:conv, 128x28x28, 3x3, stride=2, params&gt;1M, field&lt;100</translation>
  </message>
  <message>
   <source>convention</source>
   <translation>convenzione</translation>
  </message>
  <message>
   <source>convolution with both a stride and a dilation</source>
   <translation>convoluzione con stride e dilation insieme</translation>
  </message>
  <message>
   <source>cycle</source>
   <translation>ciclo</translation>
  </message>
  <message>
   <source>dangling</source>
   <translation>pendente</translation>
  </message>
  <message>
   <source>dilation·(kernel − 1)·step before</source>
   <translation>dilation·(kernel − 1)·passo precedente</translation>
  </message>
  <message>
   <source>does not depend on the image</source>
   <translation>non dipende dall’immagine</translation>
  </message>
  <message>
   <source>doubled input</source>
   <translation>ingresso doppio</translation>
  </message>
  <message>
   <source>duplicate name</source>
   <translation>nome doppio</translation>
  </message>
  <message>
   <source>eps {0}</source>
   <translation>eps {0}</translation>
  </message>
  <message>
   <source>error</source>
   <translation>errore</translation>
  </message>
  <message>
   <source>every value sees the whole image</source>
   <translation>ogni valore vede tutta l’immagine</translation>
  </message>
  <message>
   <source>field</source>
   <translation>campo</translation>
  </message>
  <message>
   <source>field stride</source>
   <translation>stride del campo</translation>
  </message>
  <message>
   <source>folding repeats</source>
   <translation>raccolta delle ripetizioni</translation>
  </message>
  <message>
   <source>forward</source>
   <translation>in avanti</translation>
  </message>
  <message>
   <source>full count</source>
   <translation>conteggio completo</translation>
  </message>
  <message>
   <source>full pre-activation</source>
   <translation>preattivazione completa</translation>
  </message>
  <message>
   <source>fully connected</source>
   <translation>completamente connesso</translation>
  </message>
  <message>
   <source>gathering layers into blocks</source>
   <translation>raccolta degli strati in blocchi</translation>
  </message>
  <message>
   <source>graphs lie within graphs too deeply</source>
   <translation>grafi annidati troppo in profondità</translation>
  </message>
  <message>
   <source>height</source>
   <translation>altezza</translation>
  </message>
  <message>
   <source>height: </source>
   <translation>altezza: </translation>
  </message>
  <message>
   <source>hint</source>
   <translation>suggerimento</translation>
  </message>
  <message>
   <source>in two groups, as in 2012</source>
   <translation>in due gruppi, come nel 2012</translation>
  </message>
  <message>
   <source>in two groups, multiply-adds called FLOPs</source>
   <translation>in due gruppi, chiamando FLOP le moltiplicazioni-addizioni</translation>
  </message>
  <message>
   <source>input</source>
   <translation>ingresso</translation>
  </message>
  <message>
   <source>input channels</source>
   <translation>canali d’ingresso</translation>
  </message>
  <message>
   <source>input {0} has {1} wires</source>
   <translation>l’ingresso {0} ha {1} collegamenti</translation>
  </message>
  <message>
   <source>input {0} is computed, and has to be known</source>
   <translation>l’ingresso {0} è calcolato, e deve essere noto</translation>
  </message>
  <message>
   <source>input {0} is left out</source>
   <translation>l’ingresso {0} è omesso</translation>
  </message>
  <message>
   <source>in·classes (codes, not trained)</source>
   <translation>in·classi (codici, non addestrati)</translation>
  </message>
  <message>
   <source>it adds different constants at different places of an image</source>
   <translation>aggiunge costanti diverse in posti diversi di un’immagine</translation>
  </message>
  <message>
   <source>it also gives where the largest values are</source>
   <translation>dà anche dove sono i valori massimi</translation>
  </message>
  <message>
   <source>it also gives which values it dropped</source>
   <translation>dà anche quali valori ha lasciato cadere</translation>
  </message>
  <message>
   <source>it changes the number of channels</source>
   <translation>cambia il numero di canali</translation>
  </message>
  <message>
   <source>it comes to {0} layers</source>
   <translation>arriva a {0} strati</translation>
  </message>
  <message>
   <source>it cuts off at one end alone</source>
   <translation>tronca a un solo estremo</translation>
  </message>
  <message>
   <source>it declares bytes {0} to {1} of {2}, which has {3}</source>
   <translation>dichiara i byte da {0} a {1} di {2}, che ne ha {3}</translation>
  </message>
  <message>
   <source>it declares {0} bytes, but says that {1} are its own</source>
   <translation>dichiara {0} byte, ma dice che {1} sono suoi</translation>
  </message>
  <message>
   <source>it divides a constant</source>
   <translation>divide una costante</translation>
  </message>
  <message>
   <source>it divides by zero</source>
   <translation>divide per zero</translation>
  </message>
  <message>
   <source>it does not pick channels</source>
   <translation>non sceglie canali</translation>
  </message>
  <message>
   <source>it goes backwards</source>
   <translation>va all’indietro</translation>
  </message>
  <message>
   <source>it has more than {0} parts</source>
   <translation>ha più di {0} parti</translation>
  </message>
  <message>
   <source>it has no end</source>
   <translation>non ha fine</translation>
  </message>
  <message>
   <source>it has no kernel_shape</source>
   <translation>non ha kernel_shape</translation>
  </message>
  <message>
   <source>it has none</source>
   <translation>non ne ha</translation>
  </message>
  <message>
   <source>it is nested too deeply</source>
   <translation>è annidato troppo in profondità</translation>
  </message>
  <message>
   <source>it is no shuffle of an image's channels</source>
   <translation>non è un rimescolamento dei canali di un’immagine</translation>
  </message>
  <message>
   <source>it is not a network (its “format” should be “{0}”)</source>
   <translation>non è una rete (il suo “format” dovrebbe essere “{0}”)</translation>
  </message>
  <message>
   <source>it is not between a row of values and weights</source>
   <translation>non è tra una riga di valori e dei pesi</translation>
  </message>
  <message>
   <source>it is not of an image</source>
   <translation>non è di un’immagine</translation>
  </message>
  <message>
   <source>it is not over the channels</source>
   <translation>non è sui canali</translation>
  </message>
  <message>
   <source>it joins along axis {0}, and not channels</source>
   <translation>unisce lungo l’asse {0}, e non i canali</translation>
  </message>
  <message>
   <source>it lays the batch out as well</source>
   <translation>dispone anche il batch</translation>
  </message>
  <message>
   <source>it leaves values out between those that it takes</source>
   <translation>omette valori tra quelli che prende</translation>
  </message>
  <message>
   <source>it makes more values than arithmetic on shapes needs</source>
   <translation>produce più valori di quanti ne serva all’aritmetica delle forme</translation>
  </message>
  <message>
   <source>it moves the batch</source>
   <translation>sposta il batch</translation>
  </message>
  <message>
   <source>it multiplies places of an image by different constants</source>
   <translation>moltiplica posti di un’immagine per costanti diverse</translation>
  </message>
  <message>
   <source>it normalises its input anew; mean and deviation are noted</source>
   <translation>normalizza di nuovo il suo ingresso; si annotano media e deviazione</translation>
  </message>
  <message>
   <source>it normalises its input anew; mean and deviation of each channel are noted</source>
   <translation>normalizza di nuovo il suo ingresso; si annotano media e deviazione di ogni canale</translation>
  </message>
  <message>
   <source>it normalises its input anew; mean and deviation of each group are noted</source>
   <translation>normalizza di nuovo il suo ingresso; si annotano media e deviazione di ogni gruppo</translation>
  </message>
  <message>
   <source>it normalises its input anew; mean and deviation of each place are noted</source>
   <translation>normalizza di nuovo il suo ingresso; si annotano media e deviazione di ogni posto</translation>
  </message>
  <message>
   <source>it normalises over part of a sample</source>
   <translation>normalizza su una parte di un campione</translation>
  </message>
  <message>
   <source>it notes the differences from each code</source>
   <translation>annota le differenze da ogni codice</translation>
  </message>
  <message>
   <source>it notes what was zeroed</source>
   <translation>annota che cosa è stato azzerato</translation>
  </message>
  <message>
   <source>it notes where each largest value was, as an int64</source>
   <translation>annota dov’era ogni massimo, come int64</translation>
  </message>
  <message>
   <source>it notes which channels</source>
   <translation>annota quali canali</translation>
  </message>
  <message>
   <source>it notes which images were dropped</source>
   <translation>annota quali immagini sono cadute</translation>
  </message>
  <message>
   <source>it pads channels with something else than zeros</source>
   <translation>riempie i canali con altro che zeri</translation>
  </message>
  <message>
   <source>it pads the batch</source>
   <translation>riempie il batch</translation>
  </message>
  <message>
   <source>it reduces over axes {0}</source>
   <translation>riduce sugli assi {0}</translation>
  </message>
  <message>
   <source>it reduces the batch as well</source>
   <translation>riduce anche il batch</translation>
  </message>
  <message>
   <source>it says not everything for each axis</source>
   <translation>non dice tutto per ogni asse</translation>
  </message>
  <message>
   <source>it smooths what it makes smaller</source>
   <translation>leviga ciò che rimpicciolisce</translation>
  </message>
  <message>
   <source>it takes the batch away</source>
   <translation>toglie il batch</translation>
  </message>
  <message>
   <source>it was just opened</source>
   <translation>è appena stata aperta</translation>
  </message>
  <message>
   <source>its bias differs within a batch</source>
   <translation>il suo bias varia all’interno di un batch</translation>
  </message>
  <message>
   <source>its bias is not one an output</source>
   <translation>il suo bias non è uno per uscita</translation>
  </message>
  <message>
   <source>its bias would be missing in what is added at its ends</source>
   <translation>il suo bias mancherebbe in ciò che si aggiunge ai bordi</translation>
  </message>
  <message>
   <source>its codes are not ±1</source>
   <translation>i suoi codici non sono ±1</translation>
  </message>
  <message>
   <source>its constant does not fit the channels</source>
   <translation>la sua costante non si adatta ai canali</translation>
  </message>
  <message>
   <source>its constant has more axes than the image</source>
   <translation>la sua costante ha più assi dell’immagine</translation>
  </message>
  <message>
   <source>its cubic curve is not torch's</source>
   <translation>la sua curva cubica non è quella di torch</translation>
  </message>
  <message>
   <source>its filters are for {0} channels, its input has {1}</source>
   <translation>i suoi filtri sono per {0} canali, il suo ingresso ne ha {1}</translation>
  </message>
  <message>
   <source>its filters are not for images</source>
   <translation>i suoi filtri non sono per immagini</translation>
  </message>
  <message>
   <source>its gradient follows from the output</source>
   <translation>il suo gradiente segue dall’uscita</translation>
  </message>
  <message>
   <source>its gradient needs no value</source>
   <translation>il suo gradiente non ha bisogno di valori</translation>
  </message>
  <message>
   <source>its gradient needs the input</source>
   <translation>il suo gradiente ha bisogno dell’ingresso</translation>
  </message>
  <message>
   <source>its groups do not make up the channels</source>
   <translation>i suoi gruppi non compongono i canali</translation>
  </message>
  <message>
   <source>its input has {0} axes</source>
   <translation>il suo ingresso ha {0} assi</translation>
  </message>
  <message>
   <source>its input has {0} sides, and images have 2</source>
   <translation>il suo ingresso ha {0} lati, e le immagini ne hanno 2</translation>
  </message>
  <message>
   <source>its input is not an image</source>
   <translation>il suo ingresso non è un’immagine</translation>
  </message>
  <message>
   <source>its input is transposed, batch and all</source>
   <translation>il suo ingresso è trasposto, batch compreso</translation>
  </message>
  <message>
   <source>its inputs are constants</source>
   <translation>i suoi ingressi sono costanti</translation>
  </message>
  <message>
   <source>its inputs have different numbers of axes</source>
   <translation>i suoi ingressi hanno numeri di assi diversi</translation>
  </message>
  <message>
   <source>its nearest values are found by {0} and {1}</source>
   <translation>i suoi valori più vicini si trovano con {0} e {1}</translation>
  </message>
  <message>
   <source>its numbers are in “{0}”, and only a file in the same folder is read</source>
   <translation>i suoi numeri sono in “{0}”, e si legge solo un file nella stessa cartella</translation>
  </message>
  <message>
   <source>its numbers are of type {0}</source>
   <translation>i suoi numeri sono di tipo {0}</translation>
  </message>
  <message>
   <source>its offset is {0}, and torch's is 0.5</source>
   <translation>il suo scostamento è {0}, e quello di torch è 0,5</translation>
  </message>
  <message>
   <source>its output_shape is larger than what it makes</source>
   <translation>il suo output_shape è più grande di ciò che produce</translation>
  </message>
  <message>
   <source>its padding leaves windows outside the image</source>
   <translation>il suo padding lascia finestre fuori dall’immagine</translation>
  </message>
  <message>
   <source>its parts do not fit together</source>
   <translation>le sue parti non stanno insieme</translation>
  </message>
  <message>
   <source>its parts do not make up its input</source>
   <translation>le sue parti non compongono il suo ingresso</translation>
  </message>
  <message>
   <source>its result is not one for each image</source>
   <translation>il suo risultato non è uno per ogni immagine</translation>
  </message>
  <message>
   <source>its result is smaller here</source>
   <translation>il suo risultato qui è più piccolo</translation>
  </message>
  <message>
   <source>its scale is not one a channel</source>
   <translation>la sua scala non è una per canale</translation>
  </message>
  <message>
   <source>its scales are not for an image</source>
   <translation>le sue scale non sono per un’immagine</translation>
  </message>
  <message>
   <source>its scales make no whole number of rows or columns</source>
   <translation>le sue scale non danno un numero intero di righe o colonne</translation>
  </message>
  <message>
   <source>its shape is not a shape</source>
   <translation>la sua forma non è una forma</translation>
  </message>
  <message>
   <source>its shape is {0}</source>
   <translation>la sua forma è {0}</translation>
  </message>
  <message>
   <source>its shape {0} is larger than any file</source>
   <translation>la sua forma {0} è più grande di qualunque file</translation>
  </message>
  <message>
   <source>its shape {0} takes {1} bytes, but the file has {2}</source>
   <translation>la sua forma {0} occupa {1} byte, ma il file ne ha {2}</translation>
  </message>
  <message>
   <source>its slopes are not one a channel</source>
   <translation>le sue pendenze non sono una per canale</translation>
  </message>
  <message>
   <source>its statistics are not one a channel</source>
   <translation>le sue statistiche non sono una per canale</translation>
  </message>
  <message>
   <source>its values are found by {0}</source>
   <translation>i suoi valori si trovano con {0}</translation>
  </message>
  <message>
   <source>its weights are for {0} values, its input has {1}</source>
   <translation>i suoi pesi sono per {0} valori, il suo ingresso ne ha {1}</translation>
  </message>
  <message>
   <source>its window does not fit in the image</source>
   <translation>la sua finestra non sta nell’immagine</translation>
  </message>
  <message>
   <source>its {0}</source>
   <translation>la sua {0}</translation>
  </message>
  <message>
   <source>kernel, strides and dilations are at least 1</source>
   <translation>kernel, stride e dilation sono almeno 1</translation>
  </message>
  <message>
   <source>layer like {0}</source>
   <translation>strato come {0}</translation>
  </message>
  <message>
   <source>lecture</source>
   <translation>lezione</translation>
  </message>
  <message>
   <source>lecture’s module</source>
   <translation>modulo della lezione</translation>
  </message>
  <message>
   <source>looking for known blocks</source>
   <translation>ricerca di blocchi noti</translation>
  </message>
  <message>
   <source>makes no new values, so takes no memory</source>
   <translation>non produce valori nuovi, quindi non occupa memoria</translation>
  </message>
  <message>
   <source>making {0}</source>
   <translation>creazione di {0}</translation>
  </message>
  <message>
   <source>max({0})</source>
   <translation>max({0})</translation>
  </message>
  <message>
   <source>maximum pooling that pads with less than zero</source>
   <translation>max pooling con padding inferiore a zero</translation>
  </message>
  <message>
   <source>mean and square of each gradient</source>
   <translation>media e quadrato di ogni gradiente</translation>
  </message>
  <message>
   <source>means over points apart are not known here</source>
   <translation>qui non si conoscono medie su punti distanziati</translation>
  </message>
  <message>
   <source>memory</source>
   <translation>memoria</translation>
  </message>
  <message>
   <source>missing input</source>
   <translation>ingresso mancante</translation>
  </message>
  <message>
   <source>missing: {0}</source>
   <translation>mancano: {0}</translation>
  </message>
  <message>
   <source>more than 1 value per channel</source>
   <translation>più di 1 valore per canale</translation>
  </message>
  <message>
   <source>more than {0} MB of it are not weights</source>
   <translation>più di {0} MB non sono pesi</translation>
  </message>
  <message>
   <source>multiply-adds (the paper)</source>
   <translation>moltiplicazioni-addizioni (l’articolo)</translation>
  </message>
  <message>
   <source>multiply-adds, stride in the 1×1 (the paper)</source>
   <translation>moltiplicazioni-addizioni, stride nella 1×1 (l’articolo)</translation>
  </message>
  <message>
   <source>multiply-adds, stride in the 3×3 (torchvision)</source>
   <translation>moltiplicazioni-addizioni, stride nella 3×3 (torchvision)</translation>
  </message>
  <message>
   <source>nn.Sequential passes each block's output to the next and knows no branches.</source>
   <translation>nn.Sequential passa l’uscita di ogni blocco al successivo e non conosce rami.</translation>
  </message>
  <message>
   <source>no</source>
   <translation>no</translation>
  </message>
  <message>
   <source>no block differs</source>
   <translation>nessun blocco differisce</translation>
  </message>
  <message>
   <source>no block has “{0}”; ask for {1}, or a parameter of a block</source>
   <translation>nessun blocco ha “{0}”; chiedi {1}, o un parametro di un blocco</translation>
  </message>
  <message>
   <source>no convolution or linear layer: none are counted</source>
   <translation>nessuno strato convoluzionale o lineare: non se ne contano</translation>
  </message>
  <message>
   <source>no difference</source>
   <translation>nessuna differenza</translation>
  </message>
  <message>
   <source>no input</source>
   <translation>nessun ingresso</translation>
  </message>
  <message>
   <source>no output</source>
   <translation>nessuna uscita</translation>
  </message>
  <message>
   <source>none</source>
   <translation>nessuno</translation>
  </message>
  <message>
   <source>none are defined here</source>
   <translation>qui non ne sono definiti</translation>
  </message>
  <message>
   <source>none for its {0}, kept by a layer before it</source>
   <translation>nessuno per {0}, conservata da uno strato prima di esso</translation>
  </message>
  <message>
   <source>none of its parts</source>
   <translation>nessuna delle sue parti</translation>
  </message>
  <message>
   <source>none of its parts has any</source>
   <translation>nessuna delle sue parti ne ha</translation>
  </message>
  <message>
   <source>not enough memory</source>
   <translation>memoria insufficiente</translation>
  </message>
  <message>
   <source>not used: {0}</source>
   <translation>non usati: {0}</translation>
  </message>
  <message>
   <source>nothing comes in</source>
   <translation>non entra nulla</translation>
  </message>
  <message>
   <source>nothing comes into “{0}”, so its shape is not known</source>
   <translation>in “{0}” non entra nulla, quindi la sua forma non è nota</translation>
  </message>
  <message>
   <source>nothing is known of this call: all is counted</source>
   <translation>di questa chiamata non si sa nulla: si conta tutto</translation>
  </message>
  <message>
   <source>nothing is learned here</source>
   <translation>qui non si impara nulla</translation>
  </message>
  <message>
   <source>nothing is left of it</source>
   <translation>non ne resta nulla</translation>
  </message>
  <message>
   <source>nothing uses its output</source>
   <translation>nulla usa la sua uscita</translation>
  </message>
  <message>
   <source>one column is</source>
   <translation>una colonna mai vista</translation>
  </message>
  <message>
   <source>one number</source>
   <translation>un numero</translation>
  </message>
  <message>
   <source>one of </source>
   <translation>uno tra </translation>
  </message>
  <message>
   <source>one pixel of the image</source>
   <translation>un pixel dell’immagine</translation>
  </message>
  <message>
   <source>one row is</source>
   <translation>una riga mai vista</translation>
  </message>
  <message>
   <source>one value a channel</source>
   <translation>un valore per canale</translation>
  </message>
  <message>
   <source>only a block with one input and one output can be bypassed</source>
   <translation>si può bypassare solo un blocco con un ingresso e un’uscita</translation>
  </message>
  <message>
   <source>only a list can be indexed</source>
   <translation>solo un elenco si può indicizzare</translation>
  </message>
  <message>
   <source>only a list has a length</source>
   <translation>solo un elenco ha una lunghezza</translation>
  </message>
  <message>
   <source>opset {0} was not reached</source>
   <translation>l’opset {0} non è stato raggiunto</translation>
  </message>
  <message>
   <source>option A leads {0} channels to more, not to {1}</source>
   <translation>l’opzione A porta {0} canali a di più, non a {1}</translation>
  </message>
  <message>
   <source>other operations</source>
   <translation>altre operazioni</translation>
  </message>
  <message>
   <source>out (bias)</source>
   <translation>out (bias)</translation>
  </message>
  <message>
   <source>out of memory</source>
   <translation>memoria esaurita</translation>
  </message>
  <message>
   <source>output</source>
   <translation>uscita</translation>
  </message>
  <message>
   <source>out·places (bias)</source>
   <translation>out·posti (bias)</translation>
  </message>
  <message>
   <source>over {0}</source>
   <translation>su {0}</translation>
  </message>
  <message>
   <source>padding by {0} is not known here</source>
   <translation>qui non si conosce il padding con {0}</translation>
  </message>
  <message>
   <source>padding that cuts</source>
   <translation>padding che taglia</translation>
  </message>
  <message>
   <source>padding “same” keeps it</source>
   <translation>il padding “same” lo mantiene</translation>
  </message>
  <message>
   <source>pads are not for height and width</source>
   <translation>i padding non sono per altezza e larghezza</translation>
  </message>
  <message>
   <source>paper and lecture</source>
   <translation>articolo e lezione</translation>
  </message>
  <message>
   <source>parameters</source>
   <translation>parametri</translation>
  </message>
  <message>
   <source>parameters need different names, each a word</source>
   <translation>i parametri hanno bisogno di nomi diversi, ciascuno una parola</translation>
  </message>
  <message>
   <source>params, macs, flops, activations, memory, field, time, channels, kernel, stride</source>
   <translation>params, macs, flops, activations, memory, field, time, channels, kernel, stride</translation>
  </message>
  <message>
   <source>part {0} of {1}</source>
   <translation>parte {0} di {1}</translation>
  </message>
  <message>
   <source>perhaps: {0} ← {1}</source>
   <translation>forse: {0} ← {1}</translation>
  </message>
  <message>
   <source>plain SGD</source>
   <translation>SGD semplice</translation>
  </message>
  <message>
   <source>pooling that rounds up and pads</source>
   <translation>pooling che arrotonda per eccesso e ha padding</translation>
  </message>
  <message>
   <source>pooling with a dilation</source>
   <translation>pooling con dilation</translation>
  </message>
  <message>
   <source>reading {0}</source>
   <translation>lettura di {0}</translation>
  </message>
  <message>
   <source>resizing by {0} is not known here</source>
   <translation>qui non si conosce il ridimensionamento con {0}</translation>
  </message>
  <message>
   <source>running the module once</source>
   <translation>una esecuzione del modulo</translation>
  </message>
  <message>
   <source>select the blocks that it should be made of</source>
   <translation>seleziona i blocchi di cui deve essere fatto</translation>
  </message>
  <message>
   <source>settings</source>
   <translation>impostazioni</translation>
  </message>
  <message>
   <source>side with stride 1</source>
   <translation>lato con stride 1</translation>
  </message>
  <message>
   <source>side with stride 2</source>
   <translation>lato con stride 2</translation>
  </message>
  <message>
   <source>signal {0}</source>
   <translation>segnale {0}</translation>
  </message>
  <message>
   <source>size + padding before + padding behind</source>
   <translation>dimensione + padding prima + padding dopo</translation>
  </message>
  <message>
   <source>slip</source>
   <translation>svista</translation>
  </message>
  <message>
   <source>slope {0}</source>
   <translation>pendenza {0}</translation>
  </message>
  <message>
   <source>squares, their mean and the divisor are steps of their own</source>
   <translation>i quadrati, la loro media e il divisore sono passi a sé</translation>
  </message>
  <message>
   <source>step before·stride</source>
   <translation>passo precedente·stride</translation>
  </message>
  <message>
   <source>stride 1</source>
   <translation>stride 1</translation>
  </message>
  <message>
   <source>stride 2</source>
   <translation>stride 2</translation>
  </message>
  <message>
   <source>stride that differs between height and width</source>
   <translation>stride diverso tra altezza e larghezza</translation>
  </message>
  <message>
   <source>strides and dilations are at least 1</source>
   <translation>stride e dilation sono almeno 1</translation>
  </message>
  <message>
   <source>the batch is not in front</source>
   <translation>il batch non è davanti</translation>
  </message>
  <message>
   <source>the block “{0}” is still used</source>
   <translation>il blocco “{0}” è ancora usato</translation>
  </message>
  <message>
   <source>the expression is longer than {0} characters</source>
   <translation>l’espressione è più lunga di {0} caratteri</translation>
  </message>
  <message>
   <source>the field “{0}” stands twice in one object</source>
   <translation>il campo “{0}” compare due volte in un oggetto</translation>
  </message>
  <message>
   <source>the file is for batches of {0}; here any batch is taken</source>
   <translation>il file è per batch di {0}; qui si accetta qualunque batch</translation>
  </message>
  <message>
   <source>the first value is centred {0} px from the first pixel</source>
   <translation>il primo valore è centrato a {0} px dal primo pixel</translation>
  </message>
  <message>
   <source>the gradient of each factor needs the other</source>
   <translation>il gradiente di ogni fattore ha bisogno dell’altro</translation>
  </message>
  <message>
   <source>the gradient of each part needs the other</source>
   <translation>il gradiente di ogni parte ha bisogno dell’altra</translation>
  </message>
  <message>
   <source>the gradient of its weights is input times gradient</source>
   <translation>il gradiente dei suoi pesi è ingresso per gradiente</translation>
  </message>
  <message>
   <source>the image’s own shape, as given</source>
   <translation>la forma propria dell’immagine, come indicata</translation>
  </message>
  <message>
   <source>the index is outside the list</source>
   <translation>l’indice è fuori dall’elenco</translation>
  </message>
  <message>
   <source>the input is {0}</source>
   <translation>l’ingresso è {0}</translation>
  </message>
  <message>
   <source>the lecture's total: the true one with that put in</source>
   <translation>il totale della lezione: quello vero con questo inserito</translation>
  </message>
  <message>
   <source>the most bytes, while {0} runs</source>
   <translation>il massimo dei byte, mentre è in corso {0}</translation>
  </message>
  <message>
   <source>the network gives {0} for an image</source>
   <translation>la rete dà {0} per un’immagine</translation>
  </message>
  <message>
   <source>the network has no parameter “{0}” (known: {1})</source>
   <translation>la rete non ha un parametro “{0}” (noti: {1})</translation>
  </message>
  <message>
   <source>the network has {0}</source>
   <translation>la rete ha {0}</translation>
  </message>
  <message>
   <source>the network has {0} inputs and {1} outputs</source>
   <translation>la rete ha {0} ingressi e {1} uscite</translation>
  </message>
  <message>
   <source>the result is too large</source>
   <translation>il risultato è troppo grande</translation>
  </message>
  <message>
   <source>the shape asked for</source>
   <translation>la forma richiesta</translation>
  </message>
  <message>
   <source>the shape of its input, {0}</source>
   <translation>la forma del suo ingresso, {0}</translation>
  </message>
  <message>
   <source>the shape that comes into the block around it is not known</source>
   <translation>la forma che entra nel blocco intorno non è nota</translation>
  </message>
  <message>
   <source>the shape that comes into “{0}” is not known yet</source>
   <translation>la forma che entra in “{0}” non è ancora nota</translation>
  </message>
  <message>
   <source>the shape that its inputs share, {0}</source>
   <translation>la forma comune dei suoi ingressi, {0}</translation>
  </message>
  <message>
   <source>the size asked for</source>
   <translation>la dimensione richiesta</translation>
  </message>
  <message>
   <source>the size that it makes is not known beforehand</source>
   <translation>la dimensione che produce non è nota in anticipo</translation>
  </message>
  <message>
   <source>the tensors take more of {0} than it has</source>
   <translation>i tensori prendono da {0} più di quanto ha</translation>
  </message>
  <message>
   <source>the text</source>
   <translation>il testo</translation>
  </message>
  <message>
   <source>the three at 14×14, as they are</source>
   <translation>le tre a 14×14, come sono</translation>
  </message>
  <message>
   <source>the three at 28×28, as the lecture has them</source>
   <translation>le tre a 28×28, come le ha la lezione</translation>
  </message>
  <message>
   <source>the true total</source>
   <translation>il totale vero</translation>
  </message>
  <message>
   <source>the type of a block</source>
   <translation>il tipo di un blocco</translation>
  </message>
  <message>
   <source>the widest of all values that do not see the whole image</source>
   <translation>il più ampio di tutti i valori che non vedono l’intera immagine</translation>
  </message>
  <message>
   <source>there are no blocks of your own in that file</source>
   <translation>in quel file non ci sono blocchi tuoi</translation>
  </message>
  <message>
   <source>there is a folder of that name</source>
   <translation>c’è una cartella con quel nome</translation>
  </message>
  <message>
   <source>there is already a block of your own called “{0}”</source>
   <translation>c’è già un blocco tuo chiamato “{0}”</translation>
  </message>
  <message>
   <source>there is already a block “{0}” here</source>
   <translation>qui c’è già un blocco “{0}”</translation>
  </message>
  <message>
   <source>there is already a note or frame “{0}” here</source>
   <translation>qui c’è già una nota o cornice “{0}”</translation>
  </message>
  <message>
   <source>there is no block type “{0}”</source>
   <translation>non c’è un tipo di blocco “{0}”</translation>
  </message>
  <message>
   <source>there is no block {0} to edit in</source>
   <translation>non c’è un blocco {0} in cui modificare</translation>
  </message>
  <message>
   <source>there is no block “{0}”</source>
   <translation>non c’è un blocco “{0}”</translation>
  </message>
  <message>
   <source>there is no block “{0}” to frame</source>
   <translation>non c’è un blocco “{0}” da incorniciare</translation>
  </message>
  <message>
   <source>there is no column “{0}”; there are </source>
   <translation>non c’è una colonna “{0}”; ci sono </translation>
  </message>
  <message>
   <source>there is no layer for {0}</source>
   <translation>non c’è uno strato per {0}</translation>
  </message>
  <message>
   <source>there is no layer {0}</source>
   <translation>non c’è uno strato {0}</translation>
  </message>
  <message>
   <source>there is no parameter {0} (known: {1})</source>
   <translation>non c’è un parametro {0} (noti: {1})</translation>
  </message>
  <message>
   <source>there is no parameter “{0}” (known: {1})</source>
   <translation>non c’è un parametro “{0}” (noti: {1})</translation>
  </message>
  <message>
   <source>there is no such axis</source>
   <translation>non c’è un asse del genere</translation>
  </message>
  <message>
   <source>there is no such note or frame</source>
   <translation>non c’è una nota o cornice del genere</translation>
  </message>
  <message>
   <source>there is no such wire</source>
   <translation>non c’è un collegamento del genere</translation>
  </message>
  <message>
   <source>time</source>
   <translation>tempo</translation>
  </message>
  <message>
   <source>timm is not installed: pip install timm</source>
   <translation>timm non è installato: pip install timm</translation>
  </message>
  <message>
   <source>torch could not compute this: {0}</source>
   <translation>torch non ha potuto calcolarlo: {0}</translation>
  </message>
  <message>
   <source>torch finds no such device on this machine.</source>
   <translation>torch non trova un dispositivo del genere su questa macchina.</translation>
  </message>
  <message>
   <source>torch keeps the input, though its shape would do</source>
   <translation>torch conserva l’ingresso, anche se basterebbe la sua forma</translation>
  </message>
  <message>
   <source>torchvision has no weights of “{0}”</source>
   <translation>torchvision non ha pesi di “{0}”</translation>
  </message>
  <message>
   <source>torchvision weights V1</source>
   <translation>pesi V1 di torchvision</translation>
  </message>
  <message>
   <source>torchvision's weights of {0} are not on this machine; save {1} as {2}</source>
   <translation>i pesi torchvision di {0} non sono su questa macchina; salva {1} come {2}</translation>
  </message>
  <message>
   <source>torchvision's, with fewer filters</source>
   <translation>quella di torchvision, con meno filtri</translation>
  </message>
  <message>
   <source>trainable</source>
   <translation>addestrabili</translation>
  </message>
  <message>
   <source>training</source>
   <translation>addestramento</translation>
  </message>
  <message>
   <source>type</source>
   <translation>tipo</translation>
  </message>
  <message>
   <source>ungrouped, two for each multiply-add</source>
   <translation>senza gruppi, due per ogni moltiplicazione-addizione</translation>
  </message>
  <message>
   <source>values·4 bytes·batch</source>
   <translation>valori·4 byte·batch</translation>
  </message>
  <message>
   <source>velocity of each weight</source>
   <translation>velocità di ogni peso</translation>
  </message>
  <message>
   <source>version {0} is not known: this program reads version {1}; a newer program may have written it</source>
   <translation>la versione {0} non è nota: questo programma legge la versione {1}; può averla scritta un programma più recente</translation>
  </message>
  <message>
   <source>warning</source>
   <translation>avviso</translation>
  </message>
  <message>
   <source>weights that nothing reads in evaluation</source>
   <translation>pesi che nulla legge in valutazione</translation>
  </message>
  <message>
   <source>what begins at byte {0} goes beyond its end</source>
   <translation>ciò che comincia al byte {0} va oltre la sua fine</translation>
  </message>
  <message>
   <source>what {0} gives</source>
   <translation>ciò che dà {0}</translation>
  </message>
  <message>
   <source>where its numbers are is not said in numbers</source>
   <translation>dove stanno i suoi numeri non è detto in numeri</translation>
  </message>
  <message>
   <source>where the output is 0, so is the gradient</source>
   <translation>dove l’uscita è 0, lo è anche il gradiente</translation>
  </message>
  <message>
   <source>whole numbers in a row, each</source>
   <translation>numeri interi in fila, ciascuno</translation>
  </message>
  <message>
   <source>width</source>
   <translation>larghezza</translation>
  </message>
  <message>
   <source>width: </source>
   <translation>larghezza: </translation>
  </message>
  <message>
   <source>wired elsewhere</source>
   <translation>collegato altrove</translation>
  </message>
  <message>
   <source>with the 3×3 once more</source>
   <translation>con la 3×3 una seconda volta</translation>
  </message>
  <message>
   <source>with weights</source>
   <translation>con i pesi</translation>
  </message>
  <message>
   <source>without a name</source>
   <translation>senza nome</translation>
  </message>
  <message>
   <source>worker client: {0}</source>
   <translation>worker client: {0}</translation>
  </message>
  <message>
   <source>write {0}:{1} for blocks whose {2} has “{3}” in it</source>
   <translation>scrivi {0}:{1} per i blocchi il cui {2} contiene “{3}”</translation>
  </message>
  <message>
   <source>write {0}=128x28x28 for a shape</source>
   <translation>scrivi {0}=128x28x28 per una forma</translation>
  </message>
  <message>
   <source>x times the chance of a normal value below x (ConvNeXt).</source>
   <translation>x per la probabilità di un valore normale minore di x (ConvNeXt).</translation>
  </message>
  <message>
   <source>x·sigmoid(x), also called swish (EfficientNet).</source>
   <translation>x·sigmoide(x), detta anche swish (EfficientNet).</translation>
  </message>
  <message>
   <source>x·tanh(softplus(x)): a swish that is a little steeper.</source>
   <translation>x·tanh(softplus(x)): una swish un po’ più ripida.</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>sì</translation>
  </message>
  <message>
   <source>yes or no</source>
   <translation>sì o no</translation>
  </message>
  <message>
   <source>zeros before + channels + zeros behind</source>
   <translation>zeri prima + canali + zeri dopo</translation>
  </message>
  <message>
   <source>{0} / {1} is not whole.</source>
   <translation>{0} / {1} non è intero.</translation>
  </message>
  <message>
   <source>{0} GFLOPs</source>
   <translation>{0} GFLOP</translation>
  </message>
  <message>
   <source>{0} M MACs</source>
   <translation>{0} M di MAC</translation>
  </message>
  <message>
   <source>{0} M values, {1} MB</source>
   <translation>{0} M di valori, {1} MB</translation>
  </message>
  <message>
   <source>{0} already leads to {1}: a wire back would close a cycle</source>
   <translation>{0} porta già a {1}: un collegamento all’indietro chiuderebbe un ciclo</translation>
  </message>
  <message>
   <source>{0} became shorter while it was read. Try again.</source>
   <translation>{0} si è accorciato durante la lettura. Riprova.</translation>
  </message>
  <message>
   <source>{0} behind {1}</source>
   <translation>{0} dopo {1}</translation>
  </message>
  <message>
   <source>{0} blocks are called “{1}”</source>
   <translation>{0} blocchi si chiamano “{1}”</translation>
  </message>
  <message>
   <source>{0} bytes do not fit into a slot of {1}</source>
   <translation>{0} byte non stanno in uno spazio di {1}</translation>
  </message>
  <message>
   <source>{0} cannot be read: its parts do not fit together ({1}). Export it again.</source>
   <translation>Impossibile leggere {0}: le sue parti non stanno insieme ({1}). Esportalo di nuovo.</translation>
  </message>
  <message>
   <source>{0} cannot be read: {1}.</source>
   <translation>Impossibile leggere {0}: {1}.</translation>
  </message>
  <message>
   <source>{0} cannot bring {1} to the size of {2}</source>
   <translation>{0} non può portare {1} alla dimensione di {2}</translation>
  </message>
  <message>
   <source>{0} cannot join {1}</source>
   <translation>{0} non può unire {1}</translation>
  </message>
  <message>
   <source>{0} cannot stack {1}</source>
   <translation>{0} non può concatenare {1}</translation>
  </message>
  <message>
   <source>{0} channels in {1}</source>
   <translation>{0} canali in {1}</translation>
  </message>
  <message>
   <source>{0} classes</source>
   <translation>{0} classi</translation>
  </message>
  <message>
   <source>{0} classes, training only</source>
   <translation>{0} classi, solo in addestramento</translation>
  </message>
  <message>
   <source>{0} columns are</source>
   <translation>{0} colonne mai viste</translation>
  </message>
  <message>
   <source>{0} comes from {1}, which is not placed yet</source>
   <translation>{0} viene da {1}, che non è ancora collocato</translation>
  </message>
  <message>
   <source>{0} contains itself</source>
   <translation>{0} contiene se stesso</translation>
  </message>
  <message>
   <source>{0} could not be read: {1}</source>
   <translation>impossibile leggere {0}: {1}</translation>
  </message>
  <message>
   <source>{0} could not be written</source>
   <translation>Impossibile scrivere {0}</translation>
  </message>
  <message>
   <source>{0} could not be written: {1}</source>
   <translation>impossibile scrivere {0}: {1}</translation>
  </message>
  <message>
   <source>{0} does not fit into memory.</source>
   <translation>{0} non sta in memoria.</translation>
  </message>
  <message>
   <source>{0} does not fit: {1}</source>
   <translation>{0} non si adatta: {1}</translation>
  </message>
  <message>
   <source>{0} down and {1} to the right</source>
   <translation>{0} in basso e {1} a destra</translation>
  </message>
  <message>
   <source>{0} filters</source>
   <translation>{0} filtri</translation>
  </message>
  <message>
   <source>{0} groups</source>
   <translation>{0} gruppi</translation>
  </message>
  <message>
   <source>{0} has no input, so no image can come in.</source>
   <translation>{0} non ha un ingresso, quindi non può entrare un’immagine.</translation>
  </message>
  <message>
   <source>{0} has no model “{1}”{2}</source>
   <translation>{0} non ha un modello “{1}”{2}</translation>
  </message>
  <message>
   <source>{0} has no {1}</source>
   <translation>{0} non ha {1}</translation>
  </message>
  <message>
   <source>{0} has {1} nodes; up to {2} are read.</source>
   <translation>{0} ha {1} nodi; se ne leggono fino a {2}.</translation>
  </message>
  <message>
   <source>{0} has {1}, counted from 0.</source>
   <translation>{0} ha {1}, contando da 0.</translation>
  </message>
  <message>
   <source>{0} holds half a character</source>
   <translation>{0} contiene mezzo carattere</translation>
  </message>
  <message>
   <source>{0} is Python, or may hold some, and reading it runs it. Ask for that by --run-code if you trust where it comes from.</source>
   <translation>{0} è Python, o può contenerne, e leggerlo lo esegue. Chiedilo con --run-code se ti fidi della provenienza.</translation>
  </message>
  <message>
   <source>{0} is a hard link, which is not read. Copy the file.</source>
   <translation>{0} è un hard link, che non viene letto. Copia il file.</translation>
  </message>
  <message>
   <source>{0} is a symbolic link, which is not followed. Copy the file.</source>
   <translation>{0} è un link simbolico, che non viene seguito. Copia il file.</translation>
  </message>
  <message>
   <source>{0} is empty. Export it again.</source>
   <translation>{0} è vuoto. Esportalo di nuovo.</translation>
  </message>
  <message>
   <source>{0} is larger than {1} GB.</source>
   <translation>{0} è più grande di {1} GB.</translation>
  </message>
  <message>
   <source>{0} is no name for weights.</source>
   <translation>{0} non è un nome per dei pesi.</translation>
  </message>
  <message>
   <source>{0} is not a file. Name the model itself.</source>
   <translation>{0} non è un file. Indica il modello stesso.</translation>
  </message>
  <message>
   <source>{0} is not allowed: every number must be finite</source>
   <translation>{0} non è ammesso: ogni numero deve essere finito</translation>
  </message>
  <message>
   <source>{0} is not an ONNX model: it has no graph with nodes. Export it again.</source>
   <translation>{0} non è un modello ONNX: non ha un grafo con nodi. Esportalo di nuovo.</translation>
  </message>
  <message>
   <source>{0} is not an ONNX model: {1}. Export it again.</source>
   <translation>{0} non è un modello ONNX: {1}. Esportalo di nuovo.</translation>
  </message>
  <message>
   <source>{0} is not for height and width</source>
   <translation>{0} non è per altezza e larghezza</translation>
  </message>
  <message>
   <source>{0} is opaque: {1}</source>
   <translation>{0} è opaco: {1}</translation>
  </message>
  <message>
   <source>{0} is too large or too deep to be read.</source>
   <translation>{0} è troppo grande o troppo profondo per essere letto.</translation>
  </message>
  <message>
   <source>{0} is {1}, but takes {2}</source>
   <translation>{0} è {1}, ma accetta {2}</translation>
  </message>
  <message>
   <source>{0} lacks the field “{1}”</source>
   <translation>a {0} manca il campo “{1}”</translation>
  </message>
  <message>
   <source>{0} layers, k {1}</source>
   <translation>{0} strati, k {1}</translation>
  </message>
  <message>
   <source>{0} needs a vector, but gets {1}</source>
   <translation>{0} ha bisogno di un vettore, ma riceve {1}</translation>
  </message>
  <message>
   <source>{0} needs an image C×H×W, but gets {1}</source>
   <translation>{0} ha bisogno di un’immagine C×H×W, ma riceve {1}</translation>
  </message>
  <message>
   <source>{0} of {1} convolutions have a bias and {2} batch norms follow: if it was trained with norms, they have been folded into the convolutions</source>
   <translation>{0} di {1} convoluzioni hanno un bias e seguono {2} batch norm: se è stata addestrata con normalizzazioni, sono state assorbite nelle convoluzioni</translation>
  </message>
  <message>
   <source>{0} of {1} inputs connected</source>
   <translation>{0} di {1} ingressi collegati</translation>
  </message>
  <message>
   <source>{0} out_channels</source>
   <translation>{0} out_channels</translation>
  </message>
  <message>
   <source>{0} parameters</source>
   <translation>{0} parametri</translation>
  </message>
  <message>
   <source>{0} parts</source>
   <translation>{0} parti</translation>
  </message>
  <message>
   <source>{0} parts, each tensor once</source>
   <translation>{0} parti, ogni tensore una volta</translation>
  </message>
  <message>
   <source>{0} rows are</source>
   <translation>{0} righe mai viste</translation>
  </message>
  <message>
   <source>{0} should be [source, target, port, source port]</source>
   <translation>{0} dovrebbe essere [origine, destinazione, porta, porta di origine]</translation>
  </message>
  <message>
   <source>{0} should be a list</source>
   <translation>{0} dovrebbe essere un elenco</translation>
  </message>
  <message>
   <source>{0} should be a number below 10⁹</source>
   <translation>{0} dovrebbe essere un numero sotto 10⁹</translation>
  </message>
  <message>
   <source>{0} should be a text</source>
   <translation>{0} dovrebbe essere un testo</translation>
  </message>
  <message>
   <source>{0} should be a whole number</source>
   <translation>{0} dovrebbe essere un numero intero</translation>
  </message>
  <message>
   <source>{0} should be an object</source>
   <translation>{0} dovrebbe essere un oggetto</translation>
  </message>
  <message>
   <source>{0} should be larger than nothing</source>
   <translation>{0} dovrebbe essere maggiore di nulla</translation>
  </message>
  <message>
   <source>{0} should be one of {1}</source>
   <translation>{0} dovrebbe essere uno tra {1}</translation>
  </message>
  <message>
   <source>{0} should be true or false</source>
   <translation>{0} dovrebbe essere true o false</translation>
  </message>
  <message>
   <source>{0} should be two numbers</source>
   <translation>{0} dovrebbe essere due numeri</translation>
  </message>
  <message>
   <source>{0} should be “right” or “down”</source>
   <translation>{0} dovrebbe essere “right” o “down”</translation>
  </message>
  <message>
   <source>{0} tensors of {1} fit</source>
   <translation>{0} tensori su {1} combaciano</translation>
  </message>
  <message>
   <source>{0} · {1} · {2} · pool</source>
   <translation>{0} · {1} · {2} · pool</translation>
  </message>
  <message>
   <source>{0} × conv 3×3, {1}</source>
   <translation>{0} × conv 3×3, {1}</translation>
  </message>
  <message>
   <source>{0} × separable 3×3 → {1}{2}</source>
   <translation>{0} × separabile 3×3 → {1}{2}</translation>
  </message>
  <message>
   <source>{0}, bypassed</source>
   <translation>{0}, bypassato</translation>
  </message>
  <message>
   <source>{0}, line {1}, column {2}: {3}</source>
   <translation>{0}, riga {1}, colonna {2}: {3}</translation>
  </message>
  <message>
   <source>{0}, {1} here</source>
   <translation>{0}, qui {1}</translation>
  </message>
  <message>
   <source>{0}.nodes[{1}]: a second block called “{2}”</source>
   <translation>{0}.nodes[{1}]: un secondo blocco chiamato “{2}”</translation>
  </message>
  <message>
   <source>{0}.{1} is not known to this version of the program (it may come from a newer one)</source>
   <translation>{0}.{1} non è noto a questa versione del programma (può venire da una più recente)</translation>
  </message>
  <message>
   <source>{0}: NaN and Infinity are not allowed</source>
   <translation>{0}: NaN e Infinity non sono ammessi</translation>
  </message>
  <message>
   <source>{0}: a bend of the wire {1} → {2}, which is not there</source>
   <translation>{0}: una deviazione del collegamento {1} → {2}, che non c’è</translation>
  </message>
  <message>
   <source>{0}: a bend of {1} → {2} without points</source>
   <translation>{0}: una deviazione di {1} → {2} senza punti</translation>
  </message>
  <message>
   <source>{0}: a group, and nothing else, has a body</source>
   <translation>{0}: un gruppo, e nient’altro, ha un corpo</translation>
  </message>
  <message>
   <source>{0}: a second note or frame called “{1}”</source>
   <translation>{0}: una seconda nota o cornice chiamata “{1}”</translation>
  </message>
  <message>
   <source>{0}: a window of {1} does not fit in a {2} of {3}</source>
   <translation>{0}: una finestra di {1} non sta nella {2} di {3}</translation>
  </message>
  <message>
   <source>{0}: an even side, {1}, cannot keep the size</source>
   <translation>{0}: un lato pari, {1}, non può mantenere la dimensione</translation>
  </message>
  <message>
   <source>{0}: larger than {1} MB, so not a network</source>
   <translation>{0}: più di {1} MB, quindi non è una rete</translation>
  </message>
  <message>
   <source>{0}: no output of the network depends on it</source>
   <translation>{0}: nessuna uscita della rete ne dipende</translation>
  </message>
  <message>
   <source>{0}: not a file</source>
   <translation>{0}: non è un file</translation>
  </message>
  <message>
   <source>{0}: not a text file (byte {1})</source>
   <translation>{0}: non è un file di testo (byte {1})</translation>
  </message>
  <message>
   <source>{0}: nothing is left of the image</source>
   <translation>{0}: dell’immagine non resta nulla</translation>
  </message>
  <message>
   <source>{0}: nothing that goes out depends on an image.</source>
   <translation>{0}: nulla di ciò che esce dipende da un’immagine.</translation>
  </message>
  <message>
   <source>{0}: other contents</source>
   <translation>{0}: altro contenuto</translation>
  </message>
  <message>
   <source>{0}: output_padding {1} is not below stride {2} or dilation {3}</source>
   <translation>{0}: output_padding {1} non è inferiore a stride {2} o dilation {3}</translation>
  </message>
  <message>
   <source>{0}: padding {1} is more than half of the kernel, {2}</source>
   <translation>{0}: il padding {1} è più di metà del kernel, {2}</translation>
  </message>
  <message>
   <source>{0}: the frame “{1}” should name blocks of its graph, in their order</source>
   <translation>{0}: la cornice “{1}” dovrebbe nominare blocchi del suo grafo, nel loro ordine</translation>
  </message>
  <message>
   <source>{0}: the input {1} has {2} axes. Networks of images (N×C×H×W) or rows of values (N×F) can be read.</source>
   <translation>{0}: l’ingresso {1} ha {2} assi. Si leggono reti di immagini (N×C×H×W) o di righe di valori (N×F).</translation>
  </message>
  <message>
   <source>{0}: the number is too large</source>
   <translation>{0}: il numero è troppo grande</translation>
  </message>
  <message>
   <source>{0}: the pictures of digits have {1} values, its input {2}</source>
   <translation>{0}: le immagini delle cifre hanno {1} valori, il suo ingresso {2}</translation>
  </message>
  <message>
   <source>{0}: the tensor {1} cannot be read: {2}. {3}</source>
   <translation>{0}: impossibile leggere il tensore {1}: {2}. {3}</translation>
  </message>
  <message>
   <source>{0}: there are 10 digits, but {1} classes</source>
   <translation>{0}: ci sono 10 cifre, ma {1} classi</translation>
  </message>
  <message>
   <source>{0}: there are no channels {1} to {2}</source>
   <translation>{0}: non ci sono canali da {1} a {2}</translation>
  </message>
  <message>
   <source>{0}: there is no channel {1}</source>
   <translation>{0}: non c’è un canale {1}</translation>
  </message>
  <message>
   <source>{0}: there is no part {1} of {2}</source>
   <translation>{0}: non c’è una parte {1} di {2}</translation>
  </message>
  <message>
   <source>{0}: there is no such file</source>
   <translation>{0}: non c’è un file del genere</translation>
  </message>
  <message>
   <source>{0}: what it computes is not known here; its figures are as it came in</source>
   <translation>{0}: qui non si sa che cosa calcola; i suoi valori sono quelli con cui è entrato</translation>
  </message>
  <message>
   <source>{0}: what shape it gives is said nowhere; it is taken to keep its input's</source>
   <translation>{0}: che forma dà non è detto da nessuna parte; si assume che mantenga quella del suo ingresso</translation>
  </message>
  <message>
   <source>{0}: with stride 1 it gives as many channels as it gets, {1}</source>
   <translation>{0}: con stride 1 dà tanti canali quanti ne riceve, {1}</translation>
  </message>
  <message>
   <source>{0}: {1} + peak</source>
   <translation>{0}: {1} + picco</translation>
  </message>
  <message>
   <source>{0}: {1} channels do not make {2} equal parts</source>
   <translation>{0}: {1} canali non formano {2} parti uguali</translation>
  </message>
  <message>
   <source>{0}: {1} channels have no halves</source>
   <translation>{0}: {1} canali non hanno metà</translation>
  </message>
  <message>
   <source>{0}: {1} has {2} values, {3} takes {4}</source>
   <translation>{0}: {1} ha {2} valori, {3} ne prende {4}</translation>
  </message>
  <message>
   <source>{0}: {1} is no order of the axes {2}</source>
   <translation>{0}: {1} non è un ordine degli assi {2}</translation>
  </message>
  <message>
   <source>{0}: {1} is not a parameter value</source>
   <translation>{0}: {1} non è un valore di parametro</translation>
  </message>
  <message>
   <source>{0}: {1} is not below {2}</source>
   <translation>{0}: {1} non è minore di {2}</translation>
  </message>
  <message>
   <source>{0}: {1} is too much for {2}</source>
   <translation>{0}: {1} è troppo per {2}</translation>
  </message>
  <message>
   <source>{0}: {1} reads {2}, which nothing before it makes. Export it again.</source>
   <translation>{0}: {1} legge {2}, che nulla prima produce. Esportalo di nuovo.</translation>
  </message>
  <message>
   <source>{0}: {1} values are too few for {2} codes</source>
   <translation>{0}: {1} valori sono troppo pochi per {2} codici</translation>
  </message>
  <message>
   <source>{0}: {1} {2} do not divide into {3} groups</source>
   <translation>{0}: {1} {2} non si dividono in {3} gruppi</translation>
  </message>
  <message>
   <source>{0}: “{1}” comes from “{2}”, which is not there</source>
   <translation>{0}: “{1}” viene da “{2}”, che non c’è</translation>
  </message>
  <message>
   <source>{0}: “{1}” is not a name (letters, digits, _ and -, up to 64)</source>
   <translation>{0}: “{1}” non è un nome (lettere, cifre, _ e -, fino a 64)</translation>
  </message>
  <message>
   <source>{0}: “{1}” should end in the number of an output</source>
   <translation>{0}: “{1}” dovrebbe finire con il numero di un’uscita</translation>
  </message>
  <message>
   <source>{0}:{1} gives no torch.nn.Module</source>
   <translation>{0}:{1} non dà un torch.nn.Module</translation>
  </message>
  <message>
   <source>{0}:{1} is neither a class nor a function</source>
   <translation>{0}:{1} non è né una classe né una funzione</translation>
  </message>
  <message>
   <source>{0}FLOPs</source>
   <translation>{0}FLOP</translation>
  </message>
  <message>
   <source>{0}MACs</source>
   <translation>{0}MAC</translation>
  </message>
  <message>
   <source>{0}as wide as its input’s</source>
   <translation>{0}ampio quanto quello del suo ingresso</translation>
  </message>
  <message>
   <source>{0}field before + {1}</source>
   <translation>{0}campo precedente + {1}</translation>
  </message>
  <message>
   <source>{0}pixels before + pixels behind + 1</source>
   <translation>{0}pixel prima + pixel dopo + 1</translation>
  </message>
  <message>
   <source>{0}the widest of its inputs</source>
   <translation>{0}il più ampio dei suoi ingressi</translation>
  </message>
  <message>
   <source>{0}{1} classes</source>
   <translation>{0}{1} classi</translation>
  </message>
  <message>
   <source>{0}{1} needs a number, such as {2}</source>
   <translation>{0}{1} ha bisogno di un numero, come {2}</translation>
  </message>
  <message>
   <source>{0}{1} what? Write for instance {2}</source>
   <translation>{0}{1} che cosa? Scrivi per esempio {2}</translation>
  </message>
  <message>
   <source>{0}·{1}/64 rounds down to 0.</source>
   <translation>{0}·{1}/64 si arrotonda a 0.</translation>
  </message>
  <message>
   <source>{0}…: groups nest deeper than {1}</source>
   <translation>{0}…: gruppi annidati oltre {1} livelli</translation>
  </message>
  <message>
   <source>“{0}” asks of nothing; write what first, as in params{1}</source>
   <translation>“{0}” non chiede nulla; scrivi prima che cosa, come in params{1}</translation>
  </message>
  <message>
   <source>“{0}” cannot be a name: use letters, digits, _ and -, at most 64 of them</source>
   <translation>“{0}” non può essere un nome: usa lettere, cifre, _ e -, al massimo 64</translation>
  </message>
  <message>
   <source>“{0}” cannot be a parameter: use a word such as width</source>
   <translation>“{0}” non può essere un parametro: usa una parola come width</translation>
  </message>
  <message>
   <source>“{0}” cannot be computed: {1}</source>
   <translation>“{0}” non si può calcolare: {1}</translation>
  </message>
  <message>
   <source>“{0}” divides by zero</source>
   <translation>“{0}” divide per zero</translation>
  </message>
  <message>
   <source>“{0}” has a parameter “{1}” already</source>
   <translation>“{0}” ha già un parametro “{1}”</translation>
  </message>
  <message>
   <source>“{0}” has no filters to show.</source>
   <translation>“{0}” non ha filtri da mostrare.</translation>
  </message>
  <message>
   <source>“{0}” has no input yet, so what is inside is not known.</source>
   <translation>“{0}” non ha ancora un ingresso, quindi non si sa che cosa c’è dentro.</translation>
  </message>
  <message>
   <source>“{0}” has no parameter “{1}”</source>
   <translation>“{0}” non ha un parametro “{1}”</translation>
  </message>
  <message>
   <source>“{0}” is a group: it can be edited as it is.</source>
   <translation>“{0}” è un gruppo: si può modificare così com’è.</translation>
  </message>
  <message>
   <source>“{0}” is a layer ({1}): there is nothing inside.</source>
   <translation>“{0}” è uno strato ({1}): dentro non c’è nulla.</translation>
  </message>
  <message>
   <source>“{0}” is bypassed. Stop bypassing it first.</source>
   <translation>“{0}” è bypassato. Prima togli il bypass.</translation>
  </message>
  <message>
   <source>“{0}” is none of torchvision:NAME, timm:NAME, module:Class, file.py:Class(…), file.pt2</source>
   <translation>“{0}” non è nessuno tra torchvision:NAME, timm:NAME, module:Class, file.py:Class(…), file.pt2</translation>
  </message>
  <message>
   <source>“{0}” is not a block of your own</source>
   <translation>“{0}” non è un blocco tuo</translation>
  </message>
  <message>
   <source>“{0}” is not a class, or a call with plain values as arguments</source>
   <translation>“{0}” non è una classe, né una chiamata con valori semplici come argomenti</translation>
  </message>
  <message>
   <source>“{0}” is not a number</source>
   <translation>“{0}” non è un numero</translation>
  </message>
  <message>
   <source>“{0}” is not allowed: use + - * / // %, comparisons, a if b else c, and </source>
   <translation>“{0}” non è ammesso: usa + - * / // %, confronti, a if b else c, e </translation>
  </message>
  <message>
   <source>“{0}” is not an arithmetic expression</source>
   <translation>“{0}” non è un’espressione aritmetica</translation>
  </message>
  <message>
   <source>“{0}” lies between the selected blocks: select it as well</source>
   <translation>“{0}” sta tra i blocchi selezionati: seleziona anche quello</translation>
  </message>
  <message>
   <source>“{0}” lies inside “{1}”, which is built in. Make “{2}” editable first.</source>
   <translation>“{0}” sta dentro “{1}”, che è predefinito. Rendi prima modificabile “{2}”.</translation>
  </message>
  <message>
   <source>“{0}” lies on a cycle: it feeds itself</source>
   <translation>“{0}” sta su un ciclo: alimenta se stesso</translation>
  </message>
  <message>
   <source>“{0}” would contain itself, without end</source>
   <translation>“{0}” conterrebbe se stesso, senza fine</translation>
  </message>
  <message>
   <source>… after every so many fire modules.</source>
   <translation>… dopo ogni tot moduli fire.</translation>
  </message>
 </context>
 <context>
  <name>Minimap</name>
  <message>
   <source>Overview</source>
   <translation>Panoramica</translation>
  </message>
  <message>
   <source>The whole network; press to go to a place. F fits it into the view.</source>
   <translation>L’intera rete; premi per andare in un punto. F la adatta alla vista.</translation>
  </message>
 </context>
 <context>
  <name>NameField</name>
  <message>
   <source>Name of the block</source>
   <translation>Nome del blocco</translation>
  </message>
 </context>
 <context>
  <name>NamePage</name>
  <message>
   <source>Networks of {0}</source>
   <translation>Reti di {0}</translation>
  </message>
  <message>
   <source>No network has such a name.</source>
   <translation>Nessuna rete ha un nome del genere.</translation>
  </message>
  <message>
   <source>Reading the list…</source>
   <translation>Lettura dell’elenco…</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Cerca</translation>
  </message>
  <message>
   <source>Search the networks of {0}</source>
   <translation>Cerca tra le reti di {0}</translation>
  </message>
  <message>
   <source>The networks could not be listed. {0}</source>
   <translation>Impossibile elencare le reti. {0}</translation>
  </message>
  <message>
   <source>{0} is not installed. In the program’s own environment, “pip install {0}” puts it there.</source>
   <translation>{0} non è installato. Nell’ambiente del programma lo installa “pip install {0}”.</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} di {1}</translation>
  </message>
 </context>
 <context>
  <name>NetworkForm</name>
  <message>
   <source>PARAMETERS OF THE NETWORK</source>
   <translation>PARAMETRI DELLA RETE</translation>
  </message>
 </context>
 <context>
  <name>NetworkPage</name>
  <message>
   <source>A whole number from 1 to 1 000 000.</source>
   <translation>Un numero intero da 1 a 1 000 000.</translation>
  </message>
  <message>
   <source>A year such as 2015, or nothing.</source>
   <translation>Un anno come 2015, o nulla.</translation>
  </message>
  <message>
   <source>As people call it, such as ResNet-18.</source>
   <translation>Come la chiamano tutti, per esempio ResNet-18.</translation>
  </message>
  <message>
   <source>How many samples memory is shown for. It does not change the network.</source>
   <translation>Per quanti campioni si mostra la memoria. Non cambia la rete.</translation>
  </message>
  <message>
   <source>THE WHOLE NETWORK</source>
   <translation>TUTTA LA RETE</translation>
  </message>
  <message>
   <source>The name of the network and its file.</source>
   <translation>Il nome della rete e del suo file.</translation>
  </message>
  <message>
   <source>The paper or book it comes from.</source>
   <translation>L’articolo o il libro da cui viene.</translation>
  </message>
  <message>
   <source>What is new about it, in a sentence.</source>
   <translation>Che cosa ha di nuovo, in una frase.</translation>
  </message>
  <message>
   <source>When it was published.</source>
   <translation>Quando è stata pubblicata.</translation>
  </message>
  <message>
   <source>batch size</source>
   <translation>batch</translation>
  </message>
  <message>
   <source>idea</source>
   <translation>idea</translation>
  </message>
  <message>
   <source>name</source>
   <translation>nome</translation>
  </message>
  <message>
   <source>source</source>
   <translation>fonte</translation>
  </message>
  <message>
   <source>title</source>
   <translation>titolo</translation>
  </message>
  <message>
   <source>year</source>
   <translation>anno</translation>
  </message>
 </context>
 <context>
  <name>NoteField</name>
  <message>
   <source>Text of the note</source>
   <translation>Testo della nota</translation>
  </message>
  <message>
   <source>Write a note; Ctrl+Enter keeps it</source>
   <translation>Scrivi una nota; Ctrl+Invio la conserva</translation>
  </message>
 </context>
 <context>
  <name>NoteRow</name>
  <message>
   <source>in truth {0}</source>
   <translation>in realtà {0}</translation>
  </message>
  <message>
   <source>that is {0}</source>
   <translation>cioè {0}</translation>
  </message>
 </context>
 <context>
  <name>Notes</name>
  <message>
   <source>PRINTED ELSEWHERE</source>
   <translation>STAMPATO ALTROVE</translation>
  </message>
 </context>
 <context>
  <name>NoticeBar</name>
  <message>
   <source>Mend it</source>
   <translation>Ripara</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>Messaggio</translation>
  </message>
  <message>
   <source>Put this message away</source>
   <translation>Chiudi questo messaggio</translation>
  </message>
  <message>
   <source>Run again</source>
   <translation>Avvia di nuovo</translation>
  </message>
  <message>
   <source>Show the block</source>
   <translation>Mostra il blocco</translation>
  </message>
 </context>
 <context>
  <name>Notices</name>
  <message>
   <source>Drag an Input from the palette and connect it to the first block.</source>
   <translation>Trascina un Ingresso dalla palette e collegalo al primo blocco.</translation>
  </message>
  <message>
   <source>Drag an Output from the palette and connect the last block to it.</source>
   <translation>Trascina un’Uscita dalla palette e collegale l’ultimo blocco.</translation>
  </message>
  <message>
   <source>Draw a wire to it, or delete it.</source>
   <translation>Disegna un collegamento verso di esso, o eliminalo.</translation>
  </message>
  <message>
   <source>End it with flatten and a linear layer of {0} features.</source>
   <translation>Terminala con flatten e uno strato lineare di {0} feature.</translation>
  </message>
  <message>
   <source>Every class needs a score of its own.</source>
   <translation>Ogni classe ha bisogno di un punteggio suo.</translation>
  </message>
  <message>
   <source>Images have to go in and scores out.</source>
   <translation>Devono entrare immagini e uscire punteggi.</translation>
  </message>
  <message>
   <source>Nothing can be computed before every block knows what comes in.</source>
   <translation>Non si può calcolare nulla finché ogni blocco non sa che cosa entra.</translation>
  </message>
  <message>
   <source>Nothing was being trained.</source>
   <translation>Non c’era nessun addestramento in corso.</translation>
  </message>
  <message>
   <source>Run {0} ended in epoch {1}, and its weights are lost.</source>
   <translation>L’esecuzione {0} è finita nell’epoca {1}, e i suoi pesi sono perduti.</translation>
  </message>
  <message>
   <source>Set it to {0}</source>
   <translation>Imposta a {0}</translation>
  </message>
  <message>
   <source>Set out_features of the last linear layer to {0}.</source>
   <translation>Imposta out_features dell’ultimo strato lineare a {0}.</translation>
  </message>
  <message>
   <source>The machine may be busy with something else. The network you drew is untouched.</source>
   <translation>Forse la macchina è occupata con altro. La rete che hai disegnato è intatta.</translation>
  </message>
  <message>
   <source>The network gives {0} for an image, not scores</source>
   <translation>La rete dà {0} per un’immagine, non punteggi</translation>
  </message>
  <message>
   <source>The network has no {0}</source>
   <translation>Alla rete manca un blocco {0}</translation>
  </message>
  <message>
   <source>The network has {0} scores, {1} has {2} classes</source>
   <translation>La rete ha {0} punteggi, {1} ha {2} classi</translation>
  </message>
  <message>
   <source>The network you drew is untouched, and a new worker is starting.</source>
   <translation>La rete che hai disegnato è intatta, e un nuovo processo di calcolo si sta avviando.</translation>
  </message>
  <message>
   <source>The network you drew is untouched. The worker ended several times in a row and is left off now.</source>
   <translation>La rete che hai disegnato è intatta. Il processo di calcolo è terminato più volte di seguito e ora resta spento.</translation>
  </message>
  <message>
   <source>The worker has not answered for {0} s</source>
   <translation>Il processo di calcolo non risponde da {0} s</translation>
  </message>
  <message>
   <source>Wait a moment.</source>
   <translation>Attendi un momento.</translation>
  </message>
  <message>
   <source>{0} needs one score for each of {1} classes.</source>
   <translation>{0} ha bisogno di un punteggio per ciascuna di {1} classi.</translation>
  </message>
  <message>
   <source>“{0}” has no input yet</source>
   <translation>“{0}” non ha ancora un ingresso</translation>
  </message>
 </context>
 <context>
  <name>NumberField</name>
  <message>
   <source>A number {0}, at most {1}</source>
   <translation>Un numero {0}, al massimo {1}</translation>
  </message>
  <message>
   <source>A whole number, {0} … {1}</source>
   <translation>Un numero intero, {0} … {1}</translation>
  </message>
  <message>
   <source>above {0}</source>
   <translation>sopra {0}</translation>
  </message>
  <message>
   <source>from {0}</source>
   <translation>da {0}</translation>
  </message>
 </context>
 <context>
  <name>On</name>
  <message>
   <source>1 edit</source>
   <translation>1 modifica</translation>
  </message>
  <message>
   <source>{0} edits</source>
   <translation>{0} modifiche</translation>
  </message>
 </context>
 <context>
  <name>Operations</name>
  <message>
   <source>Make “{0}” editable</source>
   <translation>Rendi “{0}” modificabile</translation>
  </message>
 </context>
 <context>
  <name>OwnBlockNote</name>
  <message>
   <source>Edit definition</source>
   <translation>Modifica la definizione</translation>
  </message>
  <message>
   <source>Give this one a definition of its own (Ctrl+Shift+U)</source>
   <translation>Dai a questo una definizione sua (Ctrl+Maiusc+U)</translation>
  </message>
  <message>
   <source>Go inside: what you change there changes every use</source>
   <translation>Vai all’interno: ciò che cambi lì cambia ogni uso</translation>
  </message>
  <message>
   <source>Make unique</source>
   <translation>Rendi unico</translation>
  </message>
  <message>
   <source>Put what it is made of in its place, without a block (Ctrl+Shift+G)</source>
   <translation>Metti al suo posto ciò di cui è fatto, senza un blocco (Ctrl+Maiusc+G)</translation>
  </message>
  <message>
   <source>Unpack</source>
   <translation>Spacchetta</translation>
  </message>
  <message>
   <source>“{0}” is a block of your own, used once.</source>
   <translation>“{0}” è un blocco tuo, usato una volta.</translation>
  </message>
  <message>
   <source>“{1}” is a block of your own, used {0} times.</source>
   <translation>“{1}” è un blocco tuo, usato {0} volte.</translation>
  </message>
 </context>
 <context>
  <name>OwnBlocks</name>
  <message>
   <source>All blocks of {0} are here already.</source>
   <translation>Tutti i blocchi di {0} sono già qui.</translation>
  </message>
  <message>
   <source>Blocks and networks (*{0} *{1});;All files (*)</source>
   <translation>Blocchi e reti (*{0} *{1});;Tutti i file (*)</translation>
  </message>
  <message>
   <source>Blocks in it: {0}. Inputs: {1}. Outputs: {2}.</source>
   <translation>Blocchi che contiene: {0}. Ingressi: {1}. Uscite: {2}.</translation>
  </message>
  <message>
   <source>Export my blocks</source>
   <translation>Esporta i miei blocchi</translation>
  </message>
  <message>
   <source>Import blocks</source>
   <translation>Importa blocchi</translation>
  </message>
  <message>
   <source>It will stand in the palette under MY BLOCKS.</source>
   <translation>Starà nella palette sotto I MIEI BLOCCHI.</translation>
  </message>
  <message>
   <source>Keep both</source>
   <translation>Tieni entrambi</translation>
  </message>
  <message>
   <source>Keep both: the imported ones get a number behind their name.
Keep mine: these are not imported.
Replace mine: every use here becomes the imported block.</source>
   <translation>Tieni entrambi: quelli importati ricevono un numero dopo il nome.
Tieni i miei: questi non vengono importati.
Sostituisci i miei: ogni uso qui diventa il blocco importato.</translation>
  </message>
  <message>
   <source>Keep mine</source>
   <translation>Tieni la mia</translation>
  </message>
  <message>
   <source>Letters, digits, _ and -, at least one.</source>
   <translation>Lettere, cifre, _ e -, almeno una.</translation>
  </message>
  <message>
   <source>No blocks were imported. {0}.</source>
   <translation>Non è stato importato alcun blocco. {0}.</translation>
  </message>
  <message>
   <source>Not exported: {0}.</source>
   <translation>Non esportato: {0}.</translation>
  </message>
  <message>
   <source>Parameters, from the expressions in it: {0}.</source>
   <translation>Parametri, dalle espressioni che contiene: {0}.</translation>
  </message>
  <message>
   <source>Replace mine</source>
   <translation>Sostituisci i miei</translation>
  </message>
  <message>
   <source>The blocks of {0} are in the palette under MY BLOCKS.</source>
   <translation>I blocchi di {0} sono nella palette sotto I MIEI BLOCCHI.</translation>
  </message>
  <message>
   <source>There is already a block of your own called “{0}”.</source>
   <translation>C’è già un blocco tuo chiamato “{0}”.</translation>
  </message>
  <message>
   <source>This network has other blocks of the same name: {0}.</source>
   <translation>Questa rete ha altri blocchi con lo stesso nome: {0}.</translation>
  </message>
  <message>
   <source>{0} and {1} more</source>
   <translation>{0} e altri {1}</translation>
  </message>
  <message>
   <source>{0} of your blocks are in {1}.</source>
   <translation>{0} dei tuoi blocchi sono in {1}.</translation>
  </message>
  <message>
   <source>“{0}” is not used yet. Place it, then enter it to edit it.</source>
   <translation>“{0}” non è ancora usato. Inseriscilo, poi entra per modificarlo.</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <source>Blocks</source>
   <translation>Blocchi</translation>
  </message>
  <message>
   <source>Find a block</source>
   <translation>Trova un blocco</translation>
  </message>
  <message>
   <source>Nothing here is called “{0}”.
Try conv, pool, residual or norm.</source>
   <translation>Qui nulla si chiama “{0}”.
Prova conv, pool, residuo o norm.</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>Palette</translation>
  </message>
  <message>
   <source>What a block is called or does</source>
   <translation>Come si chiama un blocco o che cosa fa</translation>
  </message>
 </context>
 <context>
  <name>PaletteList</name>
  <message>
   <source>Edit definition</source>
   <translation>Modifica la definizione</translation>
  </message>
  <message>
   <source>Remove from my blocks</source>
   <translation>Togli dai miei blocchi</translation>
  </message>
 </context>
 <context>
  <name>PaletteModel</name>
  <message>
   <source>BLOCKS</source>
   <translation>BLOCCHI</translation>
  </message>
  <message>
   <source>Drag it onto the canvas, or press Return to insert it.</source>
   <translation>Trascinalo sul foglio, o premi Invio per inserirlo.</translation>
  </message>
  <message>
   <source>LAYERS</source>
   <translation>STRATI</translation>
  </message>
  <message>
   <source>MY BLOCKS</source>
   <translation>I MIEI BLOCCHI</translation>
  </message>
  <message>
   <source>PORTS</source>
   <translation>PORTE</translation>
  </message>
 </context>
 <context>
  <name>ParameterForm</name>
  <message>
   <source>Another…</source>
   <translation>Un altro…</translation>
  </message>
  <message>
   <source>Change {0} of {1}</source>
   <translation>Cambia {0} di {1}</translation>
  </message>
  <message>
   <source>FIRST BLOCK DIFFERS IN</source>
   <translation>IL PRIMO BLOCCO DIFFERISCE IN</translation>
  </message>
  <message>
   <source>First block differs in…</source>
   <translation>Il primo blocco differisce in…</translation>
  </message>
  <message>
   <source>Make {0} a parameter of {1}</source>
   <translation>Fai di {0} un parametro di {1}</translation>
  </message>
 </context>
 <context>
  <name>ParameterRow</name>
  <message>
   <source>Back to the usual, {0}</source>
   <translation>Torna al valore abituale, {0}</translation>
  </message>
  <message>
   <source>Make it a parameter of {0}</source>
   <translation>Fanne un parametro di {0}</translation>
  </message>
  <message>
   <source>Make the first block like the others</source>
   <translation>Rendi il primo blocco uguale agli altri</translation>
  </message>
  <message>
   <source>Remove {0}</source>
   <translation>Togli {0}</translation>
  </message>
  <message>
   <source>Takes {0}.</source>
   <translation>Accetta {0}.</translation>
  </message>
  <message>
   <source>Usually {0}.</source>
   <translation>Di solito {0}.</translation>
  </message>
 </context>
 <context>
  <name>PicturePage</name>
  <message>
   <source>Colours</source>
   <translation>Colori</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Scuro</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Formato</translation>
  </message>
  <message>
   <source>Graph</source>
   <translation>Grafo</translation>
  </message>
  <message>
   <source>LaTeX (*.tex)</source>
   <translation>LaTeX (*.tex)</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Chiaro</translation>
  </message>
  <message>
   <source>No background</source>
   <translation>Senza sfondo</translation>
  </message>
  <message>
   <source>Nothing is selected</source>
   <translation>Non è selezionato nulla</translation>
  </message>
  <message>
   <source>On paper</source>
   <translation>Su carta</translation>
  </message>
  <message>
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <source>PDF, scalable</source>
   <translation>PDF, vettoriale</translation>
  </message>
  <message>
   <source>PNG (*.png)</source>
   <translation>PNG (*.png)</translation>
  </message>
  <message>
   <source>PNG, pixels</source>
   <translation>PNG, pixel</translation>
  </message>
  <message>
   <source>Picture</source>
   <translation>Immagine</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Stampa…</translation>
  </message>
  <message>
   <source>SVG (*.svg)</source>
   <translation>SVG (*.svg)</translation>
  </message>
  <message>
   <source>SVG, scalable</source>
   <translation>SVG, vettoriale</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>Scala</translation>
  </message>
  <message>
   <source>Selection only</source>
   <translation>Solo la selezione</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Mostra</translation>
  </message>
  <message>
   <source>TikZ, for LaTeX</source>
   <translation>TikZ, per LaTeX</translation>
  </message>
  <message>
   <source>Volumes</source>
   <translation>Volumi</translation>
  </message>
  <message>
   <source>What the canvas shows, as blocks or as volumes.</source>
   <translation>Ciò che mostra il foglio, come blocchi o come volumi.</translation>
  </message>
  <message>
   <source>{0} × {1} mm</source>
   <translation>{0} × {1} mm</translation>
  </message>
  <message>
   <source>{0} × {1} pixels</source>
   <translation>{0} × {1} pixel</translation>
  </message>
 </context>
 <context>
  <name>Pictures</name>
  <message>
   <source>Exported to {0}.</source>
   <translation>Esportato in {0}.</translation>
  </message>
  <message>
   <source>Not exported: {0}</source>
   <translation>Non esportato: {0}</translation>
  </message>
  <message>
   <source>Nothing is selected: select blocks, or take the whole network.</source>
   <translation>Non è selezionato nulla: seleziona blocchi, o prendi l’intera rete.</translation>
  </message>
  <message>
   <source>Open it</source>
   <translation>Aprila</translation>
  </message>
  <message>
   <source>The picture would have {0} × {1} pixels: choose a smaller scale, a selection, or SVG or PDF.</source>
   <translation>L’immagine avrebbe {0} × {1} pixel: scegli una scala più piccola, una selezione, o SVG o PDF.</translation>
  </message>
  <message>
   <source>The printer did not take it: is it on, and known here?</source>
   <translation>La stampante non l’ha accettata: è accesa, e nota qui?</translation>
  </message>
  <message>
   <source>There is nothing to draw.</source>
   <translation>Non c’è nulla da disegnare.</translation>
  </message>
  <message>
   <source>logarithmic</source>
   <translation>logaritmica</translation>
  </message>
  <message>
   <source>{0}, batch {1}</source>
   <translation>{0}, batch {1}</translation>
  </message>
 </context>
 <context>
  <name>PinnedCards</name>
  <message>
   <source>No shape</source>
   <translation>Nessuna forma</translation>
  </message>
 </context>
 <context>
  <name>Preview</name>
  <message>
   <source>Preview</source>
   <translation>Anteprima</translation>
  </message>
 </context>
 <context>
  <name>ProblemCard</name>
  <message>
   <source>Repairs</source>
   <translation>Riparazioni</translation>
  </message>
  <message>
   <source>the network</source>
   <translation>la rete</translation>
  </message>
 </context>
 <context>
  <name>ProblemList</name>
  <message>
   <source>… and {0} more</source>
   <translation>… e altri {0}</translation>
  </message>
 </context>
 <context>
  <name>Problems</name>
  <message>
   <source>1 problem</source>
   <translation>1 problema</translation>
  </message>
  <message>
   <source>No problems</source>
   <translation>Nessun problema</translation>
  </message>
  <message>
   <source>{0} problems</source>
   <translation>{0} problemi</translation>
  </message>
 </context>
 <context>
  <name>ProblemsPopover</name>
  <message>
   <source>Problems</source>
   <translation>Problemi</translation>
  </message>
 </context>
 <context>
  <name>QuickAdd</name>
  <message>
   <source>Add a block</source>
   <translation>Aggiungi un blocco</translation>
  </message>
  <message>
   <source>Blocks that can be added</source>
   <translation>Blocchi che si possono aggiungere</translation>
  </message>
  <message>
   <source>Find a block to add</source>
   <translation>Trova un blocco da aggiungere</translation>
  </message>
  <message>
   <source>Nothing is called so.</source>
   <translation>Nulla si chiama così.</translation>
  </message>
  <message>
   <source>Type a few letters, such as c2 or mp</source>
   <translation>Scrivi alcune lettere, come c2 o mp</translation>
  </message>
 </context>
 <context>
  <name>Reading</name>
  <message>
   <source>Colour the blocks by one of their figures</source>
   <translation>Colora i blocchi secondo uno dei loro valori</translation>
  </message>
  <message>
   <source>Heat: {0}</source>
   <translation>Calore: {0}</translation>
  </message>
  <message>
   <source>{0} of {1} blocks</source>
   <translation>{0} di {1} blocchi</translation>
  </message>
  <message>
   <source>{0}, batch {1}</source>
   <translation>{0}, batch {1}</translation>
  </message>
 </context>
 <context>
  <name>RecipeForm</name>
  <message>
   <source>Augmentation</source>
   <translation>Aumento dei dati</translation>
  </message>
  <message>
   <source>Batch size</source>
   <translation>Dimensione del batch</translation>
  </message>
  <message>
   <source>Data set</source>
   <translation>Insieme di dati</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Dispositivo</translation>
  </message>
  <message>
   <source>Epochs</source>
   <translation>Epoche</translation>
  </message>
  <message>
   <source>How far one step goes; 0.003 suits Adam, 0.05 suits SGD</source>
   <translation>Quanto è lungo un passo; 0.003 va bene per Adam, 0.05 per SGD</translation>
  </message>
  <message>
   <source>How gradients change the weights</source>
   <translation>Come i gradienti cambiano i pesi</translation>
  </message>
  <message>
   <source>How often every training image is seen</source>
   <translation>Quante volte si vede ogni immagine di addestramento</translation>
  </message>
  <message>
   <source>How the learning rate goes on: as it is, or down to 0 along half a cosine</source>
   <translation>Come prosegue il tasso di apprendimento: invariato, o fino a 0 lungo mezzo coseno</translation>
  </message>
  <message>
   <source>Images from which one step of the optimiser learns</source>
   <translation>Immagini da cui impara un passo dell’ottimizzatore</translation>
  </message>
  <message>
   <source>Learning rate</source>
   <translation>Tasso di apprendimento</translation>
  </message>
  <message>
   <source>Of all random numbers: the same seed gives the same run</source>
   <translation>Di tutti i numeri casuali: lo stesso seme dà la stessa esecuzione</translation>
  </message>
  <message>
   <source>Optimiser</source>
   <translation>Ottimizzatore</translation>
  </message>
  <message>
   <source>Schedule</source>
   <translation>Andamento</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Seme</translation>
  </message>
  <message>
   <source>What computes; automatic is the fastest here</source>
   <translation>Chi calcola; automatico è qui il più veloce</translation>
  </message>
  <message>
   <source>Whether each training image is moved by up to a sixteenth of its sides</source>
   <translation>Se ogni immagine di addestramento viene spostata fino a un sedicesimo dei suoi lati</translation>
  </message>
  <message>
   <source>automatic</source>
   <translation>automatico</translation>
  </message>
  <message>
   <source>constant</source>
   <translation>costante</translation>
  </message>
  <message>
   <source>cosine to 0</source>
   <translation>coseno fino a 0</translation>
  </message>
  <message>
   <source>none</source>
   <translation>nessuno</translation>
  </message>
  <message>
   <source>small shifts</source>
   <translation>piccoli spostamenti</translation>
  </message>
  <message>
   <source>{0} images of 8×8 to learn from, {1} held out to test on</source>
   <translation>{0} immagini 8×8 da cui imparare, {1} tenute da parte per il test</translation>
  </message>
 </context>
 <context>
  <name>Recovery</name>
  <message>
   <source>Discard</source>
   <translation>Scarta</translation>
  </message>
  <message>
   <source>In the file</source>
   <translation>Nel file</translation>
  </message>
  <message>
   <source>Look at it…</source>
   <translation>Guardalo…</translation>
  </message>
  <message>
   <source>Open here</source>
   <translation>Apri qui</translation>
  </message>
  <message>
   <source>Recover</source>
   <translation>Recupera</translation>
  </message>
  <message>
   <source>Show differences</source>
   <translation>Mostra le differenze</translation>
  </message>
  <message>
   <source>Unsaved</source>
   <translation>Non salvato</translation>
  </message>
  <message>
   <source>Unsaved work of {0}</source>
   <translation>Lavoro non salvato di {0}</translation>
  </message>
  <message>
   <source>Unsaved work of {0} networks was found</source>
   <translation>Trovato lavoro non salvato di {0} reti</translation>
  </message>
 </context>
 <context>
  <name>RecoveryDialog</name>
  <message>
   <source>Cannot be read</source>
   <translation>Illeggibile</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Chiudi</translation>
  </message>
  <message>
   <source>Differences…</source>
   <translation>Differenze…</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Scarta</translation>
  </message>
  <message>
   <source>Never saved</source>
   <translation>Mai salvato</translation>
  </message>
  <message>
   <source>Nothing is unsaved.</source>
   <translation>È tutto salvato.</translation>
  </message>
  <message>
   <source>Recover</source>
   <translation>Recupera</translation>
  </message>
  <message>
   <source>The program ended before this was saved. It stays here until it is recovered or discarded.</source>
   <translation>Il programma è finito prima che questo fosse salvato. Resta qui finché non viene recuperato o scartato.</translation>
  </message>
  <message>
   <source>Unsaved work</source>
   <translation>Lavoro non salvato</translation>
  </message>
 </context>
 <context>
  <name>RepairList</name>
  <message>
   <source>No repair is known.</source>
   <translation>Non è nota alcuna riparazione.</translation>
  </message>
  <message>
   <source>{0} more</source>
   <translation>altri {0}</translation>
  </message>
 </context>
 <context>
  <name>Repairs</name>
  <message>
   <source>1 problem left</source>
   <translation>resta 1 problema</translation>
  </message>
  <message>
   <source>Then the network has {0} parameters and {1} MACs; {2}.</source>
   <translation>Allora la rete ha {0} parametri e {1} MAC; {2}.</translation>
  </message>
  <message>
   <source>costs nothing</source>
   <translation>non costa nulla</translation>
  </message>
  <message>
   <source>no problem left</source>
   <translation>non resta nessun problema</translation>
  </message>
  <message>
   <source>{0} memory</source>
   <translation>{0} di memoria</translation>
  </message>
  <message>
   <source>{0} parameters</source>
   <translation>{0} parametri</translation>
  </message>
  <message>
   <source>{0} problems left</source>
   <translation>restano {0} problemi</translation>
  </message>
 </context>
 <context>
  <name>RepairsPopover</name>
  <message>
   <source>Repairs</source>
   <translation>Riparazioni</translation>
  </message>
  <message>
   <source>Up and Down choose, Enter applies.</source>
   <translation>Su e Giù scelgono, Invio applica.</translation>
  </message>
  <message>
   <source>the network</source>
   <translation>la rete</translation>
  </message>
  <message>
   <source>… and {0} more</source>
   <translation>… e altri {0}</translation>
  </message>
 </context>
 <context>
  <name>ReportDialog</name>
  <message>
   <source>Close</source>
   <translation>Chiudi</translation>
  </message>
  <message>
   <source>Import report</source>
   <translation>Rapporto dell’importazione</translation>
  </message>
  <message>
   <source>It does not give exactly the values of the original.</source>
   <translation>Non dà esattamente i valori dell’originale.</translation>
  </message>
  <message>
   <source>Left out</source>
   <translation>Omessi</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Nothing was lost.</source>
   <translation>Non è andato perso nulla.</translation>
  </message>
  <message>
   <source>Opaque blocks: shape and counts are kept, nothing else</source>
   <translation>Blocchi opachi: sono conservati forma e conteggi, nient’altro</translation>
  </message>
  <message>
   <source>Recognised as blocks of the palette</source>
   <translation>Riconosciuti come blocchi della palette</translation>
  </message>
  <message>
   <source>Weights under another name</source>
   <translation>Pesi con un altro nome</translation>
  </message>
  <message>
   <source>What came in and what did not</source>
   <translation>Che cosa è entrato e che cosa no</translation>
  </message>
  <message>
   <source>Whether it gives the same values as the original could not be tried.</source>
   <translation>Non si è potuto provare se dà gli stessi valori dell’originale.</translation>
  </message>
  <message>
   <source>With the weights it came with, it gives the very same values.</source>
   <translation>Con i pesi con cui è arrivata dà esattamente gli stessi valori.</translation>
  </message>
  <message>
   <source>what</source>
   <translation>che cosa</translation>
  </message>
  <message>
   <source>where</source>
   <translation>dove</translation>
  </message>
 </context>
 <context>
  <name>Runner</name>
  <message>
   <source>The network you drew is untouched, and a new worker is ready.</source>
   <translation>La rete che hai disegnato è intatta, e un nuovo processo di calcolo è pronto.</translation>
  </message>
  <message>
   <source>epoch {0}</source>
   <translation>epoca {0}</translation>
  </message>
  <message>
   <source>random weights</source>
   <translation>pesi casuali</translation>
  </message>
  <message>
   <source>worker ended</source>
   <translation>calcolo terminato</translation>
  </message>
  <message>
   <source>worker not answering</source>
   <translation>il calcolo non risponde</translation>
  </message>
  <message>
   <source>worker not started</source>
   <translation>calcolo non avviato</translation>
  </message>
  <message>
   <source>worker paused</source>
   <translation>calcolo in pausa</translation>
  </message>
  <message>
   <source>worker ready</source>
   <translation>calcolo pronto</translation>
  </message>
  <message>
   <source>worker starting…</source>
   <translation>avvio del calcolo…</translation>
  </message>
  <message>
   <source>worker training</source>
   <translation>addestramento in corso</translation>
  </message>
  <message>
   <source>{0}, edited since</source>
   <translation>{0}, poi modificata</translation>
  </message>
 </context>
 <context>
  <name>Safety</name>
  <message>
   <source>Changes cannot be kept against a crash: {0}. Save to be safe.</source>
   <translation>Le modifiche non si possono proteggere da un’interruzione: {0}. Salva per sicurezza.</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Continua</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>Salva…</translation>
  </message>
 </context>
 <context>
  <name>SearchField</name>
  <message>
   <source>Clear the search</source>
   <translation>Cancella la ricerca</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Cerca</translation>
  </message>
 </context>
 <context>
  <name>ShortcutModel</name>
  <message>
   <source>Action</source>
   <translation>Azione</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Tasti</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>Menu</translation>
  </message>
  <message>
   <source>You have changed this one</source>
   <translation>Questa l’hai cambiata tu</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsDialog</name>
  <message>
   <source>Actions and their keys</source>
   <translation>Azioni e loro tasti</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Chiudi</translation>
  </message>
  <message>
   <source>Find an action, or keys</source>
   <translation>Trova un’azione, o dei tasti</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Scorciatoie da tastiera</translation>
  </message>
  <message>
   <source>New keys</source>
   <translation>Nuovi tasti</translation>
  </message>
  <message>
   <source>No action</source>
   <translation>Nessuna azione</translation>
  </message>
  <message>
   <source>No keys</source>
   <translation>Nessun tasto</translation>
  </message>
  <message>
   <source>Press the new keys</source>
   <translation>Premi i nuovi tasti</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Ripristina</translation>
  </message>
  <message>
   <source>Reset all</source>
   <translation>Ripristina tutto</translation>
  </message>
  <message>
   <source>Take these keys</source>
   <translation>Prendi questi tasti</translation>
  </message>
  <message>
   <source>{0} belongs to “{1}” ({2}), which would have it no more.</source>
   <translation>{0} appartiene a “{1}” ({2}), che non lo avrebbe più.</translation>
  </message>
  <message>
   <source>{0} is needed on the canvas and in fields. Try it with Ctrl or Alt.</source>
   <translation>{0} serve sul foglio e nei campi. Provalo con Ctrl o Alt.</translation>
  </message>
  <message>
   <source>“{0}” is now {1}.</source>
   <translation>“{0}” ora è {1}.</translation>
  </message>
 </context>
 <context>
  <name>SignScale</name>
  <message>
   <source>Blue is negative, orange positive</source>
   <translation>Blu è negativo, arancione positivo</translation>
  </message>
  <message>
   <source>Blue is negative, orange positive; each filter by its own largest weight</source>
   <translation>Blu è negativo, arancione positivo; ogni filtro rispetto al suo peso maggiore</translation>
  </message>
 </context>
 <context>
  <name>StatePill</name>
  <message>
   <source>State: {0}</source>
   <translation>Stato: {0}</translation>
  </message>
  <message>
   <source>building</source>
   <translation>costruzione</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>fallito</translation>
  </message>
  <message>
   <source>finished</source>
   <translation>finito</translation>
  </message>
  <message>
   <source>not answering</source>
   <translation>non risponde</translation>
  </message>
  <message>
   <source>not started</source>
   <translation>non avviato</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>in pausa</translation>
  </message>
  <message>
   <source>pausing</source>
   <translation>si mette in pausa</translation>
  </message>
  <message>
   <source>ready</source>
   <translation>pronto</translation>
  </message>
  <message>
   <source>starting</source>
   <translation>avvio</translation>
  </message>
  <message>
   <source>stopped</source>
   <translation>fermato</translation>
  </message>
  <message>
   <source>stopping</source>
   <translation>si ferma</translation>
  </message>
  <message>
   <source>training</source>
   <translation>addestramento</translation>
  </message>
  <message>
   <source>worker ended</source>
   <translation>calcolo terminato</translation>
  </message>
 </context>
 <context>
  <name>StatusLine</name>
  <message>
   <source>Cancel</source>
   <translation>Annulla</translation>
  </message>
  <message>
   <source>Show all problems</source>
   <translation>Mostra tutti i problemi</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Stato</translation>
  </message>
  <message>
   <source>Where networks are trained</source>
   <translation>Dove si addestrano le reti</translation>
  </message>
  <message>
   <source>new</source>
   <translation>nuova</translation>
  </message>
  <message>
   <source>{0} layers · {1} blocks</source>
   <translation>{0} strati · {1} blocchi</translation>
  </message>
  <message>
   <source>● not saved</source>
   <translation>● non salvata</translation>
  </message>
  <message>
   <source>✓ saved</source>
   <translation>✓ salvata</translation>
  </message>
 </context>
 <context>
  <name>StructurePage</name>
  <message>
   <source>1 change of the network itself</source>
   <translation>1 cambiamento della rete stessa</translation>
  </message>
  <message>
   <source>Next difference</source>
   <translation>Differenza successiva</translation>
  </message>
  <message>
   <source>No difference: both are one network.</source>
   <translation>Nessuna differenza: sono la stessa rete.</translation>
  </message>
  <message>
   <source>Only differences</source>
   <translation>Solo le differenze</translation>
  </message>
  <message>
   <source>Previous difference</source>
   <translation>Differenza precedente</translation>
  </message>
  <message>
   <source>{0} changes of the network itself</source>
   <translation>{0} cambiamenti della rete stessa</translation>
  </message>
 </context>
 <context>
  <name>Surface</name>
  <message>
   <source>Canvas</source>
   <translation>Foglio</translation>
  </message>
  <message>
   <source>{0} blocks selected, the current one: {1}</source>
   <translation>{0} blocchi selezionati, quello corrente: {1}</translation>
  </message>
  <message>
   <source>{0} blocks, none selected</source>
   <translation>{0} blocchi, nessuno selezionato</translation>
  </message>
  <message>
   <source>{0} inside a closed block</source>
   <translation>{0} dentro un blocco chiuso</translation>
  </message>
  <message>
   <source>“{0}” is built in: inside it nothing can be changed.</source>
   <translation>“{0}” è predefinito: dentro non si può cambiare nulla.</translation>
  </message>
 </context>
 <context>
  <name>TablePage</name>
  <message>
   <source>CSV (*.csv)</source>
   <translation>CSV (*.csv)</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Formato</translation>
  </message>
  <message>
   <source>LaTeX (*.tex)</source>
   <translation>LaTeX (*.tex)</translation>
  </message>
  <message>
   <source>Markdown (*.md)</source>
   <translation>Markdown (*.md)</translation>
  </message>
  <message>
   <source>Only opened rows</source>
   <translation>Solo le righe aperte</translation>
  </message>
  <message>
   <source>Table of figures</source>
   <translation>Tabella dei valori</translation>
  </message>
  <message>
   <source>The columns and the order of the figures table, block by block.</source>
   <translation>Le colonne e l’ordine della tabella dei valori, blocco per blocco.</translation>
  </message>
 </context>
 <context>
  <name>ToolBar</name>
  <message>
   <source>Tools</source>
   <translation>Strumenti</translation>
  </message>
 </context>
 <context>
  <name>TotalsBar</name>
  <message>
   <source>FLOPs = 2 × MACs: a multiply-add is two operations. Many papers print MACs under the name of FLOPs, as the ResNet paper does with 3.8 GFLOPs for ResNet-50; others count two, as a lecture does with 2.3 GFLOPs for AlexNet.</source>
   <translation>FLOP = 2 × MAC: una moltiplicazione-addizione è due operazioni. Molti articoli chiamano FLOP i MAC, come quello di ResNet con 3,8 GFLOP per ResNet-50; altri ne contano due, come una lezione con 2,3 GFLOP per AlexNet.</translation>
  </message>
  <message>
   <source>Memory of everything that layers make on the way, for the whole batch, in float32 (4 bytes a value). Training keeps it, and as much again for gradients.</source>
   <translation>Memoria di tutto ciò che gli strati producono lungo il percorso, per l’intero batch, in float32 (4 byte per valore). L’addestramento la conserva, e altrettanta per i gradienti.</translation>
  </message>
  <message>
   <source>Multiply-adds of one sample’s pass. Convolution and linear layers are counted, as torch’s FlopCounterMode does; bias, norm, pooling, activation and addition are not.</source>
   <translation>Moltiplicazioni-addizioni del passaggio di un campione. Si contano gli strati convoluzionali e lineari, come fa FlopCounterMode di torch; bias, normalizzazione, pooling, attivazione e addizione no.</translation>
  </message>
  <message>
   <source>Numbers that are learned, biases and norms included, and such as are set and not trained.</source>
   <translation>Numeri imparati, inclusi bias e normalizzazioni, e quelli fissati e non addestrati.</translation>
  </message>
  <message>
   <source>The widest receptive field: how many pixels of the image one value sees, before global pooling or a linear layer sees all of it.</source>
   <translation>Il campo recettivo più ampio: quanti pixel dell’immagine vede un valore, prima che il global pooling o uno strato lineare la veda tutta.</translation>
  </message>
  <message>
   <source>Totals of the network</source>
   <translation>Totali della rete</translation>
  </message>
  <message>
   <source>activations</source>
   <translation>attivazioni</translation>
  </message>
  <message>
   <source>params</source>
   <translation>parametri</translation>
  </message>
  <message>
   <source>params, {0} trained</source>
   <translation>parametri, {0} addestrati</translation>
  </message>
  <message>
   <source>px field</source>
   <translation>px di campo</translation>
  </message>
 </context>
 <context>
  <name>TrainPanel</name>
  <message>
   <source>Its loss and accuracy are drawn here while it learns.</source>
   <translation>Qui si disegnano loss e accuratezza mentre impara.</translation>
  </message>
  <message>
   <source>Loss and accuracy over the epochs</source>
   <translation>Loss e accuratezza nelle epoche</translation>
  </message>
  <message>
   <source>Nothing trained yet</source>
   <translation>Non ancora addestrata</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pausa</translation>
  </message>
  <message>
   <source>Press Run: {0} learns {1} handwritten digits</source>
   <translation>Premi Avvia: {0} impara {1} cifre scritte a mano</translation>
  </message>
  <message>
   <source>Progress of the run</source>
   <translation>Avanzamento dell’esecuzione</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Riprendi</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>Avvia</translation>
  </message>
  <message>
   <source>Run {0}</source>
   <translation>Esecuzione {0}</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Ferma</translation>
  </message>
  <message>
   <source>Test accuracy</source>
   <translation>Accuratezza di test</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>Addestramento</translation>
  </message>
  <message>
   <source>after epoch {0}</source>
   <translation>dopo l’epoca {0}</translation>
  </message>
  <message>
   <source>epoch {0}/{1}</source>
   <translation>epoca {0}/{1}</translation>
  </message>
  <message>
   <source>in a few seconds</source>
   <translation>tra pochi secondi</translation>
  </message>
  <message>
   <source>right</source>
   <translation>giusti</translation>
  </message>
  <message>
   <source>step</source>
   <translation>passo</translation>
  </message>
  <message>
   <source>test</source>
   <translation>test</translation>
  </message>
  <message>
   <source>test accuracy</source>
   <translation>accuratezza di test</translation>
  </message>
  <message>
   <source>test accuracy {0}: {1} of {2} digits it had never seen</source>
   <translation>accuratezza di test {0}: {1} di {2} cifre mai viste</translation>
  </message>
  <message>
   <source>test loss</source>
   <translation>loss di test</translation>
  </message>
  <message>
   <source>train</source>
   <translation>addestramento</translation>
  </message>
  <message>
   <source>train loss</source>
   <translation>loss di addestramento</translation>
  </message>
  <message>
   <source>{0} % right</source>
   <translation>{0} % giusti</translation>
  </message>
  <message>
   <source>{0} left</source>
   <translation>restano {0}</translation>
  </message>
 </context>
 <context>
  <name>ValueBars</name>
  <message>
   <source>value {0}: {1}</source>
   <translation>valore {0}: {1}</translation>
  </message>
 </context>
 <context>
  <name>ViewSwitch</name>
  <message>
   <source>Graph</source>
   <translation>Grafo</translation>
  </message>
  <message>
   <source>The network as activation volumes, to scale</source>
   <translation>La rete come volumi di attivazione, in scala</translation>
  </message>
  <message>
   <source>The network as blocks and wires, to edit</source>
   <translation>La rete come blocchi e collegamenti, da modificare</translation>
  </message>
  <message>
   <source>View</source>
   <translation>Vista</translation>
  </message>
  <message>
   <source>Volumes</source>
   <translation>Volumi</translation>
  </message>
 </context>
 <context>
  <name>VolumeView</name>
  <message>
   <source>Volumes</source>
   <translation>Volumi</translation>
  </message>
  <message>
   <source>{0} MACs</source>
   <translation>{0} MAC</translation>
  </message>
  <message>
   <source>{0} volumes, none selected</source>
   <translation>{0} volumi, nessuno selezionato</translation>
  </message>
 </context>
 <context>
  <name>Volumes</name>
  <message>
   <source>Height and width go with the square root of the resolution, depth with that of the channels; thin slices keep the shape.</source>
   <translation>Altezza e larghezza vanno con la radice quadrata della risoluzione, la profondità con quella dei canali; le fette sottili mantengono la forma.</translation>
  </message>
  <message>
   <source>activation, dropout</source>
   <translation>attivazione, dropout</translation>
  </message>
  <message>
   <source>block</source>
   <translation>blocco</translation>
  </message>
  <message>
   <source>convolution</source>
   <translation>convoluzione</translation>
  </message>
  <message>
   <source>input</source>
   <translation>ingresso</translation>
  </message>
  <message>
   <source>linear</source>
   <translation>lineare</translation>
  </message>
  <message>
   <source>merge</source>
   <translation>unione</translation>
  </message>
  <message>
   <source>norm</source>
   <translation>norm</translation>
  </message>
  <message>
   <source>pooling</source>
   <translation>pooling</translation>
  </message>
  <message>
   <source>reshape</source>
   <translation>rimodellamento</translation>
  </message>
 </context>
 <context>
  <name>Weights</name>
  <message>
   <source>All {0} keys of the network matched, {1} values.</source>
   <translation>Tutte le {0} chiavi della rete corrispondono, {1} valori.</translation>
  </message>
  <message>
   <source>The weights were not saved: {0}.</source>
   <translation>I pesi non sono stati salvati: {0}.</translation>
  </message>
  <message>
   <source>likely the same</source>
   <translation>probabilmente lo stesso</translation>
  </message>
  <message>
   <source>not in the file</source>
   <translation>non nel file</translation>
  </message>
  <message>
   <source>not used</source>
   <translation>non usato</translation>
  </message>
  <message>
   <source>one number</source>
   <translation>un numero</translation>
  </message>
  <message>
   <source>shape {0} here, {1} there</source>
   <translation>forma {0} qui, {1} là</translation>
  </message>
  <message>
   <source>{0} are likely the same under another name.</source>
   <translation>{0} sono probabilmente le stesse con un altro nome.</translation>
  </message>
  <message>
   <source>{0} have nothing that fits, so these weights cannot be used.</source>
   <translation>{0} non trovano nulla di adatto, quindi questi pesi non si possono usare.</translation>
  </message>
  <message>
   <source>{0} keys match.</source>
   <translation>{0} chiavi corrispondono.</translation>
  </message>
  <message>
   <source>{0} keys of the file are not used.</source>
   <translation>{0} chiavi del file non sono usate.</translation>
  </message>
 </context>
 <context>
  <name>WeightsDialog</name>
  <message>
   <source>A .safetensors, .pt or .pth file, or torchvision:NAME</source>
   <translation>Un file .safetensors, .pt o .pth, oppure torchvision:NAME</translation>
  </message>
  <message>
   <source>Browse…</source>
   <translation>Sfoglia…</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annulla</translation>
  </message>
  <message>
   <source>Files are read as numbers and nothing else. The weights are saved beside the network, never in it.</source>
   <translation>I file sono letti come numeri e nient’altro. I pesi sono salvati accanto alla rete, mai al suo interno.</translation>
  </message>
  <message>
   <source>Keys that do not simply agree</source>
   <translation>Chiavi che non coincidono da sole</translation>
  </message>
  <message>
   <source>Load weights</source>
   <translation>Carica i pesi</translation>
  </message>
  <message>
   <source>Reading the weights</source>
   <translation>Lettura dei pesi</translation>
  </message>
  <message>
   <source>Reading the weights…</source>
   <translation>Lettura dei pesi…</translation>
  </message>
  <message>
   <source>See how they fit</source>
   <translation>Guarda come si adattano</translation>
  </message>
  <message>
   <source>Take what is likely</source>
   <translation>Prendi le probabili</translation>
  </message>
  <message>
   <source>Use these weights</source>
   <translation>Usa questi pesi</translation>
  </message>
  <message>
   <source>Weights ({0})</source>
   <translation>Pesi ({0})</translation>
  </message>
  <message>
   <source>Where from</source>
   <translation>Da dove</translation>
  </message>
  <message>
   <source>file</source>
   <translation>file</translation>
  </message>
  <message>
   <source>how it fits</source>
   <translation>come si adatta</translation>
  </message>
  <message>
   <source>network</source>
   <translation>rete</translation>
  </message>
 </context>
 <context>
  <name>WeightsPage</name>
  <message>
   <source>For other runtimes, for any batch size. It is compared with ONNX Runtime before it is written.</source>
   <translation>Per altri runtime, per qualunque dimensione del batch. Prima di essere scritto si confronta con ONNX Runtime.</translation>
  </message>
  <message>
   <source>ONNX (*.onnx)</source>
   <translation>ONNX (*.onnx)</translation>
  </message>
  <message>
   <source>Safetensors (*.safetensors)</source>
   <translation>Safetensors (*.safetensors)</translation>
  </message>
  <message>
   <source>The network has an error: nothing can be written before it is mended.</source>
   <translation>La rete ha un errore: non si può scrivere nulla prima di ripararlo.</translation>
  </message>
  <message>
   <source>The traced network with its weights, which torch.export loads.</source>
   <translation>La rete tracciata con i suoi pesi, che torch.export carica.</translation>
  </message>
  <message>
   <source>The weights alone, under the names of the code’s modules.</source>
   <translation>I soli pesi, con i nomi dei moduli del codice.</translation>
  </message>
  <message>
   <source>Weights</source>
   <translation>Pesi</translation>
  </message>
  <message>
   <source>With random weights: it was not trained yet.</source>
   <translation>Con pesi casuali: non è ancora addestrata.</translation>
  </message>
  <message>
   <source>With the weights of {0}.</source>
   <translation>Con i pesi di {0}.</translation>
  </message>
  <message>
   <source>With the weights that it has learnt.</source>
   <translation>Con i pesi che ha imparato.</translation>
  </message>
  <message>
   <source>input</source>
   <translation>ingresso</translation>
  </message>
  <message>
   <source>output</source>
   <translation>uscita</translation>
  </message>
  <message>
   <source>torch.export (*.pt2)</source>
   <translation>torch.export (*.pt2)</translation>
  </message>
  <message>
   <source>torch.export archive</source>
   <translation>Archivio torch.export</translation>
  </message>
  <message>
   <source>{0} parameters</source>
   <translation>{0} parametri</translation>
  </message>
 </context>
 <context>
  <name>Welcome</name>
  <message>
   <source>Back to the network</source>
   <translation>Torna alla rete</translation>
  </message>
  <message>
   <source>Continue where you left off</source>
   <translation>Riprendi da dove avevi lasciato</translation>
  </message>
 </context>
 <context>
  <name>WelcomePage</name>
  <message>
   <source>A network that was saved</source>
   <translation>Una rete salvata</translation>
  </message>
  <message>
   <source>An input and an output: draw what is between</source>
   <translation>Un ingresso e un’uscita: disegna ciò che sta in mezzo</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>Per cominciare</translation>
  </message>
  <message>
   <source>Draw a convolutional network and see what it costs; train it, look inside, and leave with PyTorch code or ONNX.</source>
   <translation>Disegna una rete convoluzionale e guarda quanto costa; addestrala, osservala dentro e porta via codice PyTorch o ONNX.</translation>
  </message>
  <message>
   <source>Every architecture from LeNet-5 to EfficientNet</source>
   <translation>Tutte le architetture da LeNet-5 a EfficientNet</translation>
  </message>
  <message>
   <source>Examples</source>
   <translation>Esempi</translation>
  </message>
  <message>
   <source>Files that you open or save will stand here.</source>
   <translation>Qui staranno i file che apri o salvi.</translation>
  </message>
  <message>
   <source>Gallery of networks…</source>
   <translation>Galleria delle reti…</translation>
  </message>
  <message>
   <source>Open a file…</source>
   <translation>Apri un file…</translation>
  </message>
  <message>
   <source>Recent files</source>
   <translation>File recenti</translation>
  </message>
  <message>
   <source>Start empty</source>
   <translation>Comincia da vuoto</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Benvenuto</translation>
  </message>
 </context>
 <context>
  <name>Why</name>
  <message>
   <source>Why {0}?</source>
   <translation>Perché {0}?</translation>
  </message>
  <message>
   <source>no shape yet</source>
   <translation>ancora nessuna forma</translation>
  </message>
  <message>
   <source>{0} · {1} values · {2} per image</source>
   <translation>{0} · {1} valori · {2} per immagine</translation>
  </message>
 </context>
 <context>
  <name>WhyCard</name>
  <message>
   <source>Close</source>
   <translation>Chiudi</translation>
  </message>
  <message>
   <source>MACs</source>
   <translation>MAC</translation>
  </message>
  <message>
   <source>parameters</source>
   <translation>parametri</translation>
  </message>
 </context>
 <context>
  <name>Window</name>
  <message>
   <source>Copy report</source>
   <translation>Copia il rapporto</translation>
  </message>
  <message>
   <source>From the next start on: {0}.</source>
   <translation>Dal prossimo avvio: {0}.</translation>
  </message>
  <message>
   <source>Something went wrong in the program ({0}). The network is untouched; save it to be safe.</source>
   <translation>Qualcosa è andato storto nel programma ({0}). La rete è intatta; salvala per sicurezza.</translation>
  </message>
  <message>
   <source>The report is in the clipboard, to be read and sent by you.</source>
   <translation>Il rapporto è negli appunti, pronto da leggere e da inviare.</translation>
  </message>
 </context>
 <context>
  <name>_ReadOnlyNote</name>
  <message>
   <source>Make editable</source>
   <translation>Rendi modificabile</translation>
  </message>
  <message>
   <source>Put what the block is made of in its place, so that each part can be changed</source>
   <translation>Metti al suo posto ciò di cui il blocco è fatto, così che ogni parte si possa cambiare</translation>
  </message>
  <message>
   <source>{0} decides this: change its parameters, or make it editable.</source>
   <translation>Lo decide {0}: cambia i suoi parametri, o rendilo modificabile.</translation>
  </message>
 </context>
</TS>
