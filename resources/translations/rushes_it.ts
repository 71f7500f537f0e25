<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
    <context>
        <name>About</name>
        <message>
            <source>A studio for text-to-video: write, send, and look at every frame.</source>
            <translation>Uno studio da testo a video: scrivi, invia e guarda ogni fotogramma.</translation>
        </message>
        <message>
            <source>Its source is under the MIT licence. The installed program is under the GPL, because the x264 and x265 encoders come with it.</source>
            <translation>Il codice è sotto licenza MIT. Il programma installato è sotto GPL, perché contiene i codificatori x264 e x265.</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>Versione {version}</translation>
        </message>
    </context>
    <context>
        <name>ActivityList</name>
        <message>
            <source>Activity</source>
            <translation>Attività</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Rispondi</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annulla</translation>
        </message>
        <message>
            <source>Close the list</source>
            <translation>Chiudi l’elenco</translation>
        </message>
        <message>
            <source>Jobs under way</source>
            <translation>Lavori in corso</translation>
        </message>
        <message>
            <source>Nothing is running</source>
            <translation>Niente in corso</translation>
        </message>
        <message>
            <source>Show in History</source>
            <translation>Mostra in Cronologia</translation>
        </message>
    </context>
    <context>
        <name>ActivityStrip</name>
        <message>
            <source>Activity</source>
            <translation>Attività</translation>
        </message>
        <message>
            <source>Everything seen before plays from this disk</source>
            <translation>Ciò che hai già visto si riproduce da questo disco</translation>
        </message>
        <message>
            <source>Nothing is running</source>
            <translation>Niente in corso</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Senza rete</translation>
        </message>
        <message>
            <source>Offline since {time}</source>
            <translation>Senza rete dalle {time}</translation>
        </message>
        <message>
            <source>Pause sending</source>
            <translation>Sospendi invii</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Sospesi</translation>
        </message>
        <message>
            <source>Resume sending</source>
            <translation>Riprendi invii</translation>
        </message>
        <message>
            <source>Sending is paused</source>
            <translation>Invii sospesi</translation>
        </message>
        <message>
            <source>Token needed</source>
            <translation>Serve un token</translation>
        </message>
        <message>
            <source>{count} downloading</source>
            <translation>{count} in arrivo</translation>
        </message>
        <message>
            <source>{count} in progress</source>
            <translation>{count} in lavorazione</translation>
        </message>
        <message>
            <source>{count} in queue</source>
            <translation>{count} in coda</translation>
        </message>
        <message>
            <source>{count} need you</source>
            <translation>{count} attendono te</translation>
        </message>
        <message>
            <source>{count} needs you</source>
            <translation>{count} attende te</translation>
        </message>
        <message>
            <source>{count} sending</source>
            <translation>{count} in invio</translation>
        </message>
        <message>
            <source>{count} waiting</source>
            <translation>{count} in attesa</translation>
        </message>
        <message>
            <source>{count} waiting for the network</source>
            <translation>{count} in attesa della rete</translation>
        </message>
    </context>
    <context>
        <name>CardPainter</name>
        <message>
            <source>Label {number}</source>
            <translation>Etichetta {number}</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Nuova</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message>
            <source>Pick</source>
            <translation>Scelta</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Scarto</translation>
        </message>
        <message>
            <source>{count} of 5 stars</source>
            <translation>{count} stelle su 5</translation>
        </message>
        <message>
            <source>{count} tags</source>
            <translation>{count} tag</translation>
        </message>
        <message>
            <source>{count} takes</source>
            <translation>{count} riprese</translation>
        </message>
    </context>
    <context>
        <name>Chip</name>
        <message>
            <source>Delete removes it</source>
            <translation>Si toglie con Canc</translation>
        </message>
    </context>
    <context>
        <name>ChoiceControl</name>
        <message>
            <source>Not set</source>
            <translation>Non impostato</translation>
        </message>
    </context>
    <context>
        <name>ComposeBody</name>
        <message>
            <source>What should be heard?</source>
            <translation>Che cosa si deve sentire?</translation>
        </message>
        <message>
            <source>What should be seen?</source>
            <translation>Che cosa si deve vedere?</translation>
        </message>
    </context>
    <context>
        <name>ComposeFoot</name>
        <message>
            <source>1 job</source>
            <translation>1 lavoro</translation>
        </message>
        <message>
            <source>Generate</source>
            <translation>Genera</translation>
        </message>
        <message>
            <source>Generate {count}</source>
            <translation>Genera {count}</translation>
        </message>
        <message>
            <source>Takes</source>
            <translation>Riprese</translation>
        </message>
        <message>
            <source>price not known</source>
            <translation>prezzo non noto</translation>
        </message>
        <message>
            <source>{count} jobs</source>
            <translation>{count} lavori</translation>
        </message>
        <message>
            <source>· {length} each</source>
            <translation>· {length} ciascuno</translation>
        </message>
    </context>
    <context>
        <name>ComposePanel</name>
        <message>
            <source>Back to defaults</source>
            <translation>Valori predefiniti</translation>
        </message>
        <message>
            <source>Back to the model’s defaults</source>
            <translation>Torna ai valori predefiniti del modello</translation>
        </message>
        <message>
            <source>Compose</source>
            <translation>Composizione</translation>
        </message>
        <message>
            <source>No model can be chosen yet</source>
            <translation>Ancora nessun modello da scegliere</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annulla</translation>
        </message>
        <message>
            <source>Write a prompt first</source>
            <translation>Prima scrivi un prompt</translation>
        </message>
        <message>
            <source>{title}: add a link</source>
            <translation>{title}: aggiungi un link</translation>
        </message>
    </context>
    <context>
        <name>ErrorWords</name>
        <message>
            <source>Add credit there, then send it again.</source>
            <translation>Aggiungi credito, poi invialo di nuovo.</translation>
        </message>
        <message>
            <source>Another take of this library already follows this request id.</source>
            <translation>Un’altra ripresa di questa libreria segue già questo id.</translation>
        </message>
        <message>
            <source>Check the folder’s rights, or choose another library.</source>
            <translation>Controlla i permessi della cartella, o scegli un’altra libreria.</translation>
        </message>
        <message>
            <source>Check which job the id belongs to.</source>
            <translation>Controlla a quale lavoro appartiene l’id.</translation>
        </message>
        <message>
            <source>Check which token is in Settings.</source>
            <translation>Controlla quale token c’è nelle Impostazioni.</translation>
        </message>
        <message>
            <source>Choose another model.</source>
            <translation>Scegli un altro modello.</translation>
        </message>
        <message>
            <source>Connect its drive again; Rushes goes on by itself.</source>
            <translation>Ricollega il disco; Rushes riprende da solo.</translation>
        </message>
        <message>
            <source>Connect its drive, or put the file back.</source>
            <translation>Collega il suo disco o rimetti il file al suo posto.</translation>
        </message>
        <message>
            <source>Copy the id from the service’s page: letters, digits, hyphens and underscores.</source>
            <translation>Copia l’id dalla pagina del servizio: lettere, cifre, trattini e trattini bassi.</translation>
        </message>
        <message>
            <source>Correct the marked fields.</source>
            <translation>Correggi i campi segnati.</translation>
        </message>
        <message>
            <source>Enter a token in Settings.</source>
            <translation>Inserisci un token nelle Impostazioni.</translation>
        </message>
        <message>
            <source>Enter a valid token in Settings.</source>
            <translation>Inserisci un token valido nelle Impostazioni.</translation>
        </message>
        <message>
            <source>Enter it again next time, or unlock the keyring and save it once more.</source>
            <translation>Inseriscilo di nuovo la prossima volta, oppure sblocca il portachiavi e salvalo ancora.</translation>
        </message>
        <message>
            <source>Fetch the clip again, or keep the file as it is now.</source>
            <translation>Scarica di nuovo la clip, oppure tieni il file com’è ora.</translation>
        </message>
        <message>
            <source>Free some room; Rushes then goes on.</source>
            <translation>Libera un po’ di spazio: Rushes poi continua.</translation>
        </message>
        <message>
            <source>It is kept here.</source>
            <translation>Qui è conservato.</translation>
        </message>
        <message>
            <source>It is still at the service.</source>
            <translation>È ancora presso il servizio.</translation>
        </message>
        <message>
            <source>It was left as it is.</source>
            <translation>È rimasto com’era.</translation>
        </message>
        <message>
            <source>It was left exactly as it is.</source>
            <translation>È rimasta esattamente com’era.</translation>
        </message>
        <message>
            <source>Its prompt and settings are kept.</source>
            <translation>Il suo prompt e le impostazioni sono conservati.</translation>
        </message>
        <message>
            <source>Let Rushes rebuild it from receipts and clips.</source>
            <translation>Lascia che Rushes lo ricostruisca da ricevute e clip.</translation>
        </message>
        <message>
            <source>Nothing in it is lost, and nothing is sent meanwhile.</source>
            <translation>Non si perde nulla, e intanto non viene inviato nulla.</translation>
        </message>
        <message>
            <source>Nothing in it was changed.</source>
            <translation>Al suo interno non è cambiato nulla.</translation>
        </message>
        <message>
            <source>Nothing is lost.</source>
            <translation>Nulla è perso.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Nulla è stato cambiato.</translation>
        </message>
        <message>
            <source>Nothing was charged.</source>
            <translation>Nulla è stato addebitato.</translation>
        </message>
        <message>
            <source>Nothing was sent and nothing is lost.</source>
            <translation>Nulla è stato inviato e nulla è perso.</translation>
        </message>
        <message>
            <source>Nothing was sent from this copy.</source>
            <translation>Da questa copia non è stato inviato nulla.</translation>
        </message>
        <message>
            <source>Nothing was sent.</source>
            <translation>Nulla è stato inviato.</translation>
        </message>
        <message>
            <source>Please report it with the log.</source>
            <translation>Segnalalo, per favore, allegando il registro.</translation>
        </message>
        <message>
            <source>Raise the limit in Settings to fetch it.</source>
            <translation>Alza il limite nelle Impostazioni per scaricarla.</translation>
        </message>
        <message>
            <source>Raise the limit in Settings to open it.</source>
            <translation>Alza il limite nelle Impostazioni per aprirlo.</translation>
        </message>
        <message>
            <source>Rushes asks again by itself.</source>
            <translation>Rushes chiede di nuovo da sé.</translation>
        </message>
        <message>
            <source>Rushes asks for the result again.</source>
            <translation>Rushes chiede di nuovo il risultato.</translation>
        </message>
        <message>
            <source>Rushes goes on by itself.</source>
            <translation>Rushes continua da sé.</translation>
        </message>
        <message>
            <source>Rushes never sends a paid job twice by itself, so it waits for your word.</source>
            <translation>Rushes non invia mai da sé due volte un lavoro a pagamento: attende che decida tu.</translation>
        </message>
        <message>
            <source>Rushes tries again by itself.</source>
            <translation>Rushes riprova da sé.</translation>
        </message>
        <message>
            <source>Rushes tries again.</source>
            <translation>Rushes riprova.</translation>
        </message>
        <message>
            <source>Rushes waits and asks again.</source>
            <translation>Rushes attende e chiede di nuovo.</translation>
        </message>
        <message>
            <source>Say whether Rushes may fetch it from there.</source>
            <translation>Di’ se Rushes può scaricarla da lì.</translation>
        </message>
        <message>
            <source>Say whether it should go out now.</source>
            <translation>Di’ se va inviato adesso.</translation>
        </message>
        <message>
            <source>See what it said under Details, and change them.</source>
            <translation>Leggi in Dettagli che cosa ha risposto, e correggili.</translation>
        </message>
        <message>
            <source>See what it said under Details.</source>
            <translation>Leggi in Dettagli che cosa ha risposto.</translation>
        </message>
        <message>
            <source>Send it again as a new job if you still need it.</source>
            <translation>Se ti serve ancora, invialo come nuovo lavoro.</translation>
        </message>
        <message>
            <source>Some inputs do not fit this model.</source>
            <translation>Alcuni valori non vanno bene per questo modello.</translation>
        </message>
        <message>
            <source>Something went wrong inside Rushes.</source>
            <translation>Qualcosa è andato storto dentro Rushes.</translation>
        </message>
        <message>
            <source>The clip could not be fetched.</source>
            <translation>Non è stato possibile scaricare la clip.</translation>
        </message>
        <message>
            <source>The clip is larger than the limit.</source>
            <translation>La clip supera il limite di dimensione.</translation>
        </message>
        <message>
            <source>The clip is safe at the service, and nothing already here is lost.</source>
            <translation>La clip è al sicuro presso il servizio, e ciò che è già qui non è perso.</translation>
        </message>
        <message>
            <source>The clip lies on a host that is not the service’s.</source>
            <translation>La clip si trova su un host che non è del servizio.</translation>
        </message>
        <message>
            <source>The connection broke before the service answered.</source>
            <translation>La connessione è caduta prima della risposta del servizio.</translation>
        </message>
        <message>
            <source>The connection to the service broke.</source>
            <translation>La connessione al servizio è caduta.</translation>
        </message>
        <message>
            <source>The damaged file is kept; the clips are untouched.</source>
            <translation>Il file danneggiato è conservato; le clip sono intatte.</translation>
        </message>
        <message>
            <source>The disk is full.</source>
            <translation>Il disco è pieno.</translation>
        </message>
        <message>
            <source>The download broke off.</source>
            <translation>Lo scaricamento si è interrotto.</translation>
        </message>
        <message>
            <source>The file is another one than the one that came.</source>
            <translation>Il file non è più quello che era arrivato.</translation>
        </message>
        <message>
            <source>The file is not where it was.</source>
            <translation>Il file non è più dov’era.</translation>
        </message>
        <message>
            <source>The job may be running and charged, or it may never have arrived.</source>
            <translation>Il lavoro potrebbe essere in corso e addebitato, o non essere mai arrivato.</translation>
        </message>
        <message>
            <source>The job was not taken on.</source>
            <translation>Il lavoro non è stato preso in carico.</translation>
        </message>
        <message>
            <source>The library cannot be used.</source>
            <translation>La libreria non si può usare.</translation>
        </message>
        <message>
            <source>The library cannot be written to here.</source>
            <translation>Qui non si può scrivere nella libreria.</translation>
        </message>
        <message>
            <source>The library’s database cannot be read.</source>
            <translation>Il database della libreria non si può leggere.</translation>
        </message>
        <message>
            <source>The library’s folder is not there.</source>
            <translation>La cartella della libreria non c’è.</translation>
        </message>
        <message>
            <source>The link is kept.</source>
            <translation>Il link è conservato.</translation>
        </message>
        <message>
            <source>The link to the clip died before it was fetched.</source>
            <translation>Il link alla clip è scaduto prima che fosse scaricata.</translation>
        </message>
        <message>
            <source>The prompt and its settings are kept.</source>
            <translation>Il prompt e le sue impostazioni sono conservati.</translation>
        </message>
        <message>
            <source>The result is not ready yet.</source>
            <translation>Il risultato non è ancora pronto.</translation>
        </message>
        <message>
            <source>The service asks for fewer calls.</source>
            <translation>Il servizio chiede di rallentare.</translation>
        </message>
        <message>
            <source>The service cannot be reached.</source>
            <translation>Il servizio non è raggiungibile.</translation>
        </message>
        <message>
            <source>The service could not make this clip.</source>
            <translation>Il servizio non è riuscito a creare questa clip.</translation>
        </message>
        <message>
            <source>The service does not accept the token.</source>
            <translation>Il servizio non accetta il token.</translation>
        </message>
        <message>
            <source>The service does not know this job any more.</source>
            <translation>Il servizio non conosce più questo lavoro.</translation>
        </message>
        <message>
            <source>The service does not know this model.</source>
            <translation>Il servizio non conosce questo modello.</translation>
        </message>
        <message>
            <source>The service ended this job with an error.</source>
            <translation>Il servizio ha chiuso questo lavoro con un errore.</translation>
        </message>
        <message>
            <source>The service has a problem of its own.</source>
            <translation>Il servizio ha un problema suo.</translation>
        </message>
        <message>
            <source>The service refused the inputs.</source>
            <translation>Il servizio ha rifiutato i valori.</translation>
        </message>
        <message>
            <source>The service refused this job.</source>
            <translation>Il servizio ha rifiutato questo lavoro.</translation>
        </message>
        <message>
            <source>The service says that it finished, but gave no file.</source>
            <translation>Il servizio dice di aver finito, ma non ha dato nessun file.</translation>
        </message>
        <message>
            <source>The service says that this job belongs to another account.</source>
            <translation>Il servizio dice che questo lavoro è di un altro account.</translation>
        </message>
        <message>
            <source>The service’s answer made no sense.</source>
            <translation>La risposta del servizio non aveva senso.</translation>
        </message>
        <message>
            <source>The system’s keyring does not answer.</source>
            <translation>Il portachiavi del sistema non risponde.</translation>
        </message>
        <message>
            <source>The token is used until Rushes is closed.</source>
            <translation>Il token vale finché Rushes resta aperto.</translation>
        </message>
        <message>
            <source>There is no RunComfy token yet.</source>
            <translation>Manca ancora un token RunComfy.</translation>
        </message>
        <message>
            <source>There is no balance left on your RunComfy account.</source>
            <translation>Il credito del tuo account RunComfy è esaurito.</translation>
        </message>
        <message>
            <source>There is no such job in this library.</source>
            <translation>In questa libreria non c’è questo lavoro.</translation>
        </message>
        <message>
            <source>This file cannot be shown.</source>
            <translation>Questo file non si può mostrare.</translation>
        </message>
        <message>
            <source>This file is broken or of a kind that Rushes cannot read.</source>
            <translation>Questo file è danneggiato o di un tipo che Rushes non sa leggere.</translation>
        </message>
        <message>
            <source>This file is larger than Rushes may decode.</source>
            <translation>Questo file è più grande di quanto Rushes possa decodificare.</translation>
        </message>
        <message>
            <source>This is not a request id.</source>
            <translation>Questo non è l’id di una richiesta.</translation>
        </message>
        <message>
            <source>This library is an older copy, so this job may have been sent since.</source>
            <translation>Questa libreria è una copia più vecchia: il lavoro potrebbe essere stato inviato nel frattempo.</translation>
        </message>
        <message>
            <source>This library is open in another Rushes.</source>
            <translation>Questa libreria è già aperta in un altro Rushes.</translation>
        </message>
        <message>
            <source>This library was written by a newer Rushes.</source>
            <translation>Questa libreria viene da un Rushes più recente.</translation>
        </message>
        <message>
            <source>This model’s description cannot be read.</source>
            <translation>La descrizione di questo modello non si può leggere.</translation>
        </message>
        <message>
            <source>Try again, or change the inputs.</source>
            <translation>Riprova, o cambia i valori.</translation>
        </message>
        <message>
            <source>Update Rushes to open it.</source>
            <translation>Aggiorna Rushes per aprirla.</translation>
        </message>
        <message>
            <source>Use that window, or close it first.</source>
            <translation>Usa quella finestra, o prima chiudila.</translation>
        </message>
        <message>
            <source>What came is not a clip.</source>
            <translation>Ciò che è arrivato non è una clip.</translation>
        </message>
        <message>
            <source>What came so far is kept.</source>
            <translation>Ciò che è arrivato finora è conservato.</translation>
        </message>
        <message>
            <source>With the same seed it can be made again.</source>
            <translation>Con lo stesso seed si può rifare.</translation>
        </message>
        <message>
            <source>Your jobs are kept.</source>
            <translation>I tuoi lavori sono conservati.</translation>
        </message>
        <message>
            <source>Your jobs are written down and wait.</source>
            <translation>I tuoi lavori sono annotati e attendono.</translation>
        </message>
        <message>
            <source>Your library is as it was.</source>
            <translation>La tua libreria è com’era.</translation>
        </message>
    </context>
    <context>
        <name>ExpansionControl</name>
        <message>
            <source>The service rewrites it first.</source>
            <translation>Prima lo riscrive il servizio.</translation>
        </message>
    </context>
    <context>
        <name>FrameDrawing</name>
        <message>
            <source>Frame of {width} by {height} pixels, {ratio}</source>
            <translation>Fotogramma di {width} per {height} pixel, {ratio}</translation>
        </message>
    </context>
    <context>
        <name>FullScreen</name>
        <message>
            <source>Bring it back</source>
            <translation>Riportala qui</translation>
        </message>
        <message>
            <source>In full screen</source>
            <translation>A schermo intero</translation>
        </message>
        <message>
            <source>The picture fills a screen of its own.</source>
            <translation>L’immagine occupa uno schermo tutto suo.</translation>
        </message>
        <message>
            <source>Viewer</source>
            <translation>Visore</translation>
        </message>
    </context>
    <context>
        <name>HelpButton</name>
        <message>
            <source>Help: {control}</source>
            <translation>Aiuto: {control}</translation>
        </message>
    </context>
    <context>
        <name>HistoryGrid</name>
        <message>
            <source>Takes</source>
            <translation>Riprese</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Oggi</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Ieri</translation>
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message>
            <source>1 take</source>
            <translation>1 ripresa</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Cancella la ricerca</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Cronologia</translation>
        </message>
        <message>
            <source>No prompt holds all of “{words}”.</source>
            <translation>Nessun prompt contiene tutto “{words}”.</translation>
        </message>
        <message>
            <source>No takes yet</source>
            <translation>Ancora nessuna ripresa</translation>
        </message>
        <message>
            <source>Nothing matches</source>
            <translation>Nessun risultato</translation>
        </message>
        <message>
            <source>Write a prompt and press Generate. Every take stays here, with its settings.</source>
            <translation>Scrivi un prompt e premi Genera. Ogni ripresa resta qui, con le sue impostazioni.</translation>
        </message>
        <message>
            <source>{shown} of {total} takes</source>
            <translation>{shown} di {total} riprese</translation>
        </message>
        <message>
            <source>{shown} takes</source>
            <translation>{shown} riprese</translation>
        </message>
    </context>
    <context>
        <name>JobFace</name>
        <message>
            <source>, take {number}</source>
            <translation>, ripresa {number}</translation>
        </message>
        <message>
            <source>Cancel asked</source>
            <translation>Annullamento</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Annullato</translation>
        </message>
        <message>
            <source>Downloading</source>
            <translation>Scaricamento</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Bozza</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>Scaduto</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Non riuscito</translation>
        </message>
        <message>
            <source>File missing</source>
            <translation>File mancante</translation>
        </message>
        <message>
            <source>From a backup</source>
            <translation>Da un backup</translation>
        </message>
        <message>
            <source>In Trash</source>
            <translation>Nel Cestino</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>In lavorazione</translation>
        </message>
        <message>
            <source>In queue</source>
            <translation>In coda</translation>
        </message>
        <message>
            <source>Larger than the limit</source>
            <translation>Supera il limite</translation>
        </message>
        <message>
            <source>Link died</source>
            <translation>Link scaduto</translation>
        </message>
        <message>
            <source>Model not known</source>
            <translation>Modello non noto</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>Attende te</translation>
        </message>
        <message>
            <source>No file came</source>
            <translation>Nessun file arrivato</translation>
        </message>
        <message>
            <source>Not a clip</source>
            <translation>Non è una clip</translation>
        </message>
        <message>
            <source>Position {number}</source>
            <translation>Posizione {number}</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Pronto</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Rifiutato</translation>
        </message>
        <message>
            <source>Reply lost</source>
            <translation>Risposta persa</translation>
        </message>
        <message>
            <source>Result gone</source>
            <translation>Risultato perso</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Invio</translation>
        </message>
        <message>
            <source>Service error</source>
            <translation>Errore del servizio</translation>
        </message>
        <message>
            <source>The disk is full</source>
            <translation>Disco pieno</translation>
        </message>
        <message>
            <source>Token refused</source>
            <translation>Token rifiutato</translation>
        </message>
        <message>
            <source>Unknown host</source>
            <translation>Host non noto</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>In attesa</translation>
        </message>
        <message>
            <source>Without words</source>
            <translation>Senza prompt</translation>
        </message>
        <message>
            <source>Written down {moment}</source>
            <translation>Annotato {moment}</translation>
        </message>
        <message>
            <source>another account</source>
            <translation>altro account</translation>
        </message>
        <message>
            <source>before it ran</source>
            <translation>prima di partire</translation>
        </message>
        <message>
            <source>before sending</source>
            <translation>prima dell’invio</translation>
        </message>
        <message>
            <source>cannot be cancelled</source>
            <translation>non annullabile</translation>
        </message>
        <message>
            <source>for a token</source>
            <translation>di un token</translation>
        </message>
        <message>
            <source>for the network</source>
            <translation>della rete</translation>
        </message>
        <message>
            <source>no balance left</source>
            <translation>credito esaurito</translation>
        </message>
        <message>
            <source>nothing charged</source>
            <translation>nessun addebito</translation>
        </message>
        <message>
            <source>sending is paused</source>
            <translation>invii sospesi</translation>
        </message>
        <message>
            <source>tries again</source>
            <translation>nuovo tentativo</translation>
        </message>
        <message>
            <source>until it answers</source>
            <translation>in attesa di risposta</translation>
        </message>
        <message>
            <source>while it ran</source>
            <translation>già in lavorazione</translation>
        </message>
        <message>
            <source>written down first</source>
            <translation>già annotato</translation>
        </message>
        <message>
            <source>{number} s</source>
            <translation>{number} s</translation>
        </message>
        <message>
            <source>{place}nd here</source>
            <translation>{place}º da inviare</translation>
        </message>
        <message>
            <source>{place}rd here</source>
            <translation>{place}º da inviare</translation>
        </message>
        <message>
            <source>{place}st here</source>
            <translation>{place}º da inviare</translation>
        </message>
        <message>
            <source>{place}th here</source>
            <translation>{place}º da inviare</translation>
        </message>
        <message>
            <source>{received} GB</source>
            <translation>{received} GB</translation>
        </message>
        <message>
            <source>{received} MB</source>
            <translation>{received} MB</translation>
        </message>
        <message>
            <source>{received} kB</source>
            <translation>{received} kB</translation>
        </message>
        <message>
            <source>{received} of {total} GB</source>
            <translation>{received} di {total} GB</translation>
        </message>
        <message>
            <source>{received} of {total} MB</source>
            <translation>{received} di {total} MB</translation>
        </message>
        <message>
            <source>{received} of {total} kB</source>
            <translation>{received} di {total} kB</translation>
        </message>
        <message>
            <source>{time} so far</source>
            <translation>da {time}</translation>
        </message>
    </context>
    <context>
        <name>JobMenu</name>
        <message>
            <source>Cancel</source>
            <translation>Annulla lavoro</translation>
        </message>
        <message>
            <source>Remix</source>
            <translation>Remix</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Mostra nella cartella</translation>
        </message>
        <message>
            <source>Use all</source>
            <translation>Usa tutto</translation>
        </message>
        <message>
            <source>Use prompt</source>
            <translation>Usa prompt</translation>
        </message>
        <message>
            <source>Use seed</source>
            <translation>Usa seed</translation>
        </message>
    </context>
    <context>
        <name>JsonControl</name>
        <message>
            <source>JSON, as the service’s page describes it</source>
            <translation>JSON, come dice la pagina del servizio</translation>
        </message>
        <message>
            <source>This is not JSON: see line {line}, column {column}.</source>
            <translation>Questo non è JSON: vedi riga {line}, colonna {column}.</translation>
        </message>
    </context>
    <context>
        <name>KeySheet</name>
        <message>
            <source>Activity</source>
            <translation>Attività</translation>
        </message>
        <message>
            <source>Anywhere</source>
            <translation>Ovunque</translation>
        </message>
        <message>
            <source>Back, stop, forward; again is faster</source>
            <translation>Indietro, ferma, avanti; ripeti per accelerare</translation>
        </message>
        <message>
            <source>Clear In and Out</source>
            <translation>Cancella In e Out</translation>
        </message>
        <message>
            <source>Compose</source>
            <translation>Composizione</translation>
        </message>
        <message>
            <source>Create, Review</source>
            <translation>Crea, Rivedi</translation>
        </message>
        <message>
            <source>Find in History</source>
            <translation>Cerca in Cronologia</translation>
        </message>
        <message>
            <source>First and last frame</source>
            <translation>Primo e ultimo fotogramma</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>Schermo intero</translation>
        </message>
        <message>
            <source>Generate</source>
            <translation>Genera</translation>
        </message>
        <message>
            <source>In and Out here</source>
            <translation>In e Out qui</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Scorciatoie</translation>
        </message>
        <message>
            <source>Loop, once, ping-pong</source>
            <translation>Loop, una volta, ping-pong</translation>
        </message>
        <message>
            <source>One frame</source>
            <translation>Un fotogramma</translation>
        </message>
        <message>
            <source>Play or pause</source>
            <translation>Riproduci o pausa</translation>
        </message>
        <message>
            <source>Slower and faster</source>
            <translation>Più lento e più veloce</translation>
        </message>
        <message>
            <source>Ten frames</source>
            <translation>Dieci fotogrammi</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Dimensione del testo</translation>
        </message>
        <message>
            <source>These keys</source>
            <translation>Queste scorciatoie</translation>
        </message>
        <message>
            <source>Viewer</source>
            <translation>Visore</translation>
        </message>
    </context>
    <context>
        <name>LinkRow</name>
        <message>
            <source>Remove this link</source>
            <translation>Togli questo link</translation>
        </message>
    </context>
    <context>
        <name>ListControl</name>
        <message>
            <source>One per line</source>
            <translation>Uno per riga</translation>
        </message>
        <message>
            <source>“{line}” is not a number.</source>
            <translation>“{line}” non è un numero.</translation>
        </message>
        <message>
            <source>“{line}” is not a whole number.</source>
            <translation>“{line}” non è un numero intero.</translation>
        </message>
    </context>
    <context>
        <name>LoopButton</name>
        <message>
            <source>Plays in a loop</source>
            <translation>Riproduce in loop</translation>
        </message>
        <message>
            <source>Plays once</source>
            <translation>Riproduce una volta</translation>
        </message>
        <message>
            <source>Plays to and fro</source>
            <translation>Riproduce avanti e indietro</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Activity</source>
            <translation>Attività</translation>
        </message>
        <message>
            <source>Compose</source>
            <translation>Composizione</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Cronologia</translation>
        </message>
    </context>
    <context>
        <name>MediaLinks</name>
        <message>
            <source>Add a link</source>
            <translation>Aggiungi un link</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>About Rushes</source>
            <translation>Informazioni su Rushes</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Attività</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Come il sistema</translation>
        </message>
        <message>
            <source>Clip</source>
            <translation>Clip</translation>
        </message>
        <message>
            <source>Copy prompt</source>
            <translation>Copia prompt</translation>
        </message>
        <message>
            <source>Create</source>
            <translation>Crea</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Scuro</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Find in History</source>
            <translation>Cerca in Cronologia</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Aiuto</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Contrasto elevato</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Scorciatoie</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Lingua</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Testo più grande</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Chiaro</translation>
        </message>
        <message>
            <source>Normal text</source>
            <translation>Testo normale</translation>
        </message>
        <message>
            <source>Play or pause</source>
            <translation>Riproduci o pausa</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Esci</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Rivedi</translation>
        </message>
        <message>
            <source>Show file</source>
            <translation>Mostra file</translation>
        </message>
        <message>
            <source>Show library folder</source>
            <translation>Mostra cartella della libreria</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Testo più piccolo</translation>
        </message>
        <message>
            <source>The language changes when Rushes starts again.</source>
            <translation>La lingua cambia al prossimo avvio di Rushes.</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Vista</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Close</source>
            <translation>Chiudi</translation>
        </message>
    </context>
    <context>
        <name>MessagePage</name>
        <message>
            <source>Details</source>
            <translation>Dettagli</translation>
        </message>
    </context>
    <context>
        <name>ModelChooser</name>
        <message>
            <source>Models</source>
            <translation>Modelli</translation>
        </message>
        <message>
            <source>Search models</source>
            <translation>Cerca modelli</translation>
        </message>
    </context>
    <context>
        <name>ModelKind</name>
        <message>
            <source>Audio inpaint</source>
            <translation>Ritocco audio</translation>
        </message>
        <message>
            <source>Audio to video</source>
            <translation>Da audio a video</translation>
        </message>
        <message>
            <source>First last frame to video</source>
            <translation>Da primo e ultimo fotogramma</translation>
        </message>
        <message>
            <source>Image edit</source>
            <translation>Modifica immagine</translation>
        </message>
        <message>
            <source>Image to image</source>
            <translation>Da immagine a immagine</translation>
        </message>
        <message>
            <source>Image to video</source>
            <translation>Da immagine a video</translation>
        </message>
        <message>
            <source>Reference to video</source>
            <translation>Da riferimento a video</translation>
        </message>
        <message>
            <source>Text to audio</source>
            <translation>Da testo ad audio</translation>
        </message>
        <message>
            <source>Text to image</source>
            <translation>Da testo a immagine</translation>
        </message>
        <message>
            <source>Text to video</source>
            <translation>Da testo a video</translation>
        </message>
        <message>
            <source>Video edit</source>
            <translation>Modifica video</translation>
        </message>
        <message>
            <source>Video extend</source>
            <translation>Estensione video</translation>
        </message>
        <message>
            <source>Video to video</source>
            <translation>Da video a video</translation>
        </message>
    </context>
    <context>
        <name>ModelRow</name>
        <message>
            <source>Model: {model}</source>
            <translation>Modello: {model}</translation>
        </message>
        <message>
            <source>No model yet</source>
            <translation>Ancora nessun modello</translation>
        </message>
    </context>
    <context>
        <name>OpenNumberControl</name>
        <message>
            <source>Not set</source>
            <translation>Non impostato</translation>
        </message>
    </context>
    <context>
        <name>OriginLine</name>
        <message>
            <source>Begin a new shot instead</source>
            <translation>Inizia invece una nuova inquadratura</translation>
        </message>
        <message>
            <source>Remix of {shot}, take {take}</source>
            <translation>Remix di {shot}, ripresa {take}</translation>
        </message>
        <message>
            <source>a take without words</source>
            <translation>una ripresa senza prompt</translation>
        </message>
    </context>
    <context>
        <name>PictureView</name>
        <message>
            <source>Picture</source>
            <translation>Immagine</translation>
        </message>
    </context>
    <context>
        <name>PositionReadout</name>
        <message>
            <source>Timecode, seconds or frames</source>
            <translation>Timecode, secondi o fotogrammi</translation>
        </message>
    </context>
    <context>
        <name>Problem</name>
        <message>
            <source>This model has no input called {title}.</source>
            <translation>Questo modello non prevede {title}.</translation>
        </message>
        <message>
            <source>{title} cannot be sent as it is.</source>
            <translation>{title}: così non si può inviare.</translation>
        </message>
        <message>
            <source>{title} goes up to {maximum}.</source>
            <translation>{title}: al massimo {maximum}.</translation>
        </message>
        <message>
            <source>{title} holds {maximum} characters; it has {length}.</source>
            <translation>{title}: al massimo {maximum} caratteri; ora sono {length}.</translation>
        </message>
        <message>
            <source>{title} is needed.</source>
            <translation>{title}: serve un valore.</translation>
        </message>
        <message>
            <source>{title} must be a list.</source>
            <translation>{title}: serve un elenco.</translation>
        </message>
        <message>
            <source>{title} must be a number.</source>
            <translation>{title}: serve un numero.</translation>
        </message>
        <message>
            <source>{title} must be a whole number.</source>
            <translation>{title}: serve un numero intero.</translation>
        </message>
        <message>
            <source>{title} must be an https link or a data link.</source>
            <translation>{title}: serve un link https o un link data.</translation>
        </message>
        <message>
            <source>{title} must be on or off.</source>
            <translation>{title}: attivo oppure no.</translation>
        </message>
        <message>
            <source>{title} must be one of {choices}.</source>
            <translation>{title}: scegli tra {choices}.</translation>
        </message>
        <message>
            <source>{title} must be text.</source>
            <translation>{title}: serve un testo.</translation>
        </message>
        <message>
            <source>{title} needs at least {minimum}.</source>
            <translation>{title}: ne servono almeno {minimum}.</translation>
        </message>
        <message>
            <source>{title} starts at {minimum}.</source>
            <translation>{title}: almeno {minimum}.</translation>
        </message>
        <message>
            <source>{title} takes at most {maximum}.</source>
            <translation>{title}: non più di {maximum}.</translation>
        </message>
    </context>
    <context>
        <name>PromptEdit</name>
        <message>
            <source>Prompt</source>
            <translation>Prompt</translation>
        </message>
        <message>
            <source>{count} character</source>
            <translation>{count} carattere</translation>
        </message>
        <message>
            <source>{count} characters</source>
            <translation>{count} caratteri</translation>
        </message>
    </context>
    <context>
        <name>Schema</name>
        <message>
            <source>Aspect Ratio (W:H)</source>
            <translation>Proporzioni (L:A)</translation>
        </message>
        <message>
            <source>Aspect ratio</source>
            <translation>Proporzioni</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Durata</translation>
        </message>
        <message>
            <source>Frame Rate</source>
            <translation>Fotogrammi al secondo</translation>
        </message>
        <message>
            <source>Frame rate must be between 5 and 24 FPS.</source>
            <translation>Da 5 a 24 fotogrammi al secondo.</translation>
        </message>
        <message>
            <source>Generate audio</source>
            <translation>Genera audio</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>Altezza</translation>
        </message>
        <message>
            <source>Magic Prompt</source>
            <translation>Magic Prompt</translation>
        </message>
        <message>
            <source>Negative prompt</source>
            <translation>Prompt negativo</translation>
        </message>
        <message>
            <source>Number of Frames</source>
            <translation>Numero di fotogrammi</translation>
        </message>
        <message>
            <source>Prompt</source>
            <translation>Prompt</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Risoluzione</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Seed</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>Larghezza</translation>
        </message>
        <message>
            <source>auto</source>
            <translation>auto</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} s</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Clear the search</source>
            <translation>Cancella la ricerca</translation>
        </message>
        <message>
            <source>Search prompts</source>
            <translation>Cerca prompt</translation>
        </message>
    </context>
    <context>
        <name>SeedControl</name>
        <message>
            <source>A whole number from {low} to {high}.</source>
            <translation>Un numero intero da {low} a {high}.</translation>
        </message>
        <message>
            <source>a new one for each job</source>
            <translation>uno nuovo per ogni lavoro</translation>
        </message>
        <message>
            <source>moves on by itself</source>
            <translation>avanza da solo</translation>
        </message>
        <message>
            <source>one higher for each take</source>
            <translation>+1 a ogni ripresa</translation>
        </message>
        <message>
            <source>stays as it is</source>
            <translation>resta com’è</translation>
        </message>
    </context>
    <context>
        <name>SeedField</name>
        <message>
            <source>Count up</source>
            <translation>Progressivo</translation>
        </message>
        <message>
            <source>Fixed</source>
            <translation>Fisso</translation>
        </message>
        <message>
            <source>Random</source>
            <translation>Casuale</translation>
        </message>
        <message>
            <source>Roll a new seed</source>
            <translation>Estrai un nuovo seed</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Seed</translation>
        </message>
        <message>
            <source>then {first}, {second}</source>
            <translation>poi {first}, {second}</translation>
        </message>
    </context>
    <context>
        <name>Session</name>
        <message>
            <source>The model of this take is not here.</source>
            <translation>Il modello di questa ripresa non è disponibile.</translation>
        </message>
    </context>
    <context>
        <name>SpeedButton</name>
        <message>
            <source>Speed</source>
            <translation>Velocità</translation>
        </message>
        <message>
            <source>Speed %1</source>
            <translation>Velocità %1</translation>
        </message>
    </context>
    <context>
        <name>SpinField</name>
        <message>
            <source>Less</source>
            <translation>Meno</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Più</translation>
        </message>
    </context>
    <context>
        <name>StageLabels</name>
        <message>
            <source>Frame %1 is damaged</source>
            <translation>Fot. %1 danneggiato</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Immagine</translation>
        </message>
        <message>
            <source>Picture of %1</source>
            <translation>Immagine di %1</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>Less</source>
            <translation>Meno</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Più</translation>
        </message>
    </context>
    <context>
        <name>Switch</name>
        <message>
            <source>Off</source>
            <translation>Inattivo</translation>
        </message>
        <message>
            <source>On</source>
            <translation>Attivo</translation>
        </message>
    </context>
    <context>
        <name>TakeInfo</name>
        <message numerus="yes">
            <source>%n frame(s)</source>
            <translation>
                <numerusform>%n fotogramma</numerusform>
                <numerusform>%n fotogrammi</numerusform>
            </translation>
        </message>
        <message>
            <source>Magic Prompt</source>
            <translation>Magic Prompt</translation>
        </message>
        <message>
            <source>More to reuse</source>
            <translation>Altro da riusare</translation>
        </message>
        <message>
            <source>Remix</source>
            <translation>Remix</translation>
        </message>
        <message>
            <source>Use all</source>
            <translation>Usa tutto</translation>
        </message>
        <message>
            <source>Use prompt</source>
            <translation>Usa prompt</translation>
        </message>
        <message>
            <source>Use seed</source>
            <translation>Usa seed</translation>
        </message>
        <message>
            <source>seed {seed}</source>
            <translation>seed {seed}</translation>
        </message>
        <message>
            <source>{rate} fps</source>
            <translation>{rate} fps</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} s</translation>
        </message>
    </context>
    <context>
        <name>TimeText</name>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>frame %1 of %2</source>
            <translation>fot. %1 di %2</translation>
        </message>
        <message>
            <source>of %1 frames</source>
            <translation>di %1 fotogrammi</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>In %1</source>
            <translation>In %1</translation>
        </message>
        <message>
            <source>Out %1</source>
            <translation>Out %1</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Timeline</translation>
        </message>
    </context>
    <context>
        <name>TimelineMenu</name>
        <message>
            <source>Clear In and Out</source>
            <translation>Cancella In e Out</translation>
        </message>
        <message>
            <source>Set In here</source>
            <translation>Metti In qui</translation>
        </message>
        <message>
            <source>Set Out here</source>
            <translation>Metti Out qui</translation>
        </message>
    </context>
    <context>
        <name>TimelineRuler</name>
        <message>
            <source>In %1</source>
            <translation>In %1</translation>
        </message>
        <message>
            <source>Out %1</source>
            <translation>Out %1</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Close</source>
            <translation>Chiudi</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Create</source>
            <translation>Crea</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Senza rete</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>In rete</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Rivedi</translation>
        </message>
        <message>
            <source>Token needed</source>
            <translation>Serve un token</translation>
        </message>
        <message>
            <source>Top bar</source>
            <translation>Barra superiore</translation>
        </message>
        <message>
            <source>Workspace</source>
            <translation>Area di lavoro</translation>
        </message>
    </context>
    <context>
        <name>TransportBar</name>
        <message>
            <source>First frame</source>
            <translation>Primo fotogramma</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>Schermo intero</translation>
        </message>
        <message>
            <source>Last frame</source>
            <translation>Ultimo fotogramma</translation>
        </message>
        <message>
            <source>Leave full screen</source>
            <translation>Esci da schermo intero</translation>
        </message>
        <message>
            <source>One frame back</source>
            <translation>Un fotogramma indietro</translation>
        </message>
        <message>
            <source>One frame forward</source>
            <translation>Un fotogramma avanti</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pausa</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Riproduci</translation>
        </message>
    </context>
    <context>
        <name>ViewerPanel</name>
        <message>
            <source>Not shown</source>
            <translation>Clip non mostrata</translation>
        </message>
        <message>
            <source>Nothing to show yet</source>
            <translation>Ancora niente da mostrare</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>Apertura…</translation>
        </message>
        <message>
            <source>Viewer</source>
            <translation>Visore</translation>
        </message>
        <message>
            <source>Write a prompt and press Generate, or choose a take in History.</source>
            <translation>Scrivi un prompt e premi Genera, o scegli una ripresa in Cronologia.</translation>
        </message>
    </context>
</TS>
