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
        <name>AccountSection</name>
        <message>
            <source>Account</source>
            <translation>Account</translation>
        </message>
        <message>
            <source>Opens your account at {host}. It is tried with a question that costs nothing.</source>
            <translation>Dà accesso al tuo account su {host}. La prova non costa nulla.</translation>
        </message>
        <message>
            <source>The demo’s service is inside Rushes; it needs no token.</source>
            <translation>Il servizio della demo è dentro Rushes e non vuole token.</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Token</translation>
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
            <source>Cancel all…</source>
            <translation>Annulla tutto…</translation>
        </message>
        <message>
            <source>Close the list</source>
            <translation>Chiudi l’elenco</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Togli dall’elenco</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>Modifica…</translation>
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
            <source>Send first</source>
            <translation>Invia per primo</translation>
        </message>
        <message>
            <source>Send later</source>
            <translation>Invia dopo</translation>
        </message>
        <message>
            <source>Send sooner</source>
            <translation>Invia prima</translation>
        </message>
        <message>
            <source>Show in History</source>
            <translation>Mostra nella cronologia</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Riprova</translation>
        </message>
        <message>
            <source>What is sent, waits or needs you is listed here.</source>
            <translation>Qui sta tutto ciò che viene inviato, attende o aspetta te.</translation>
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
            <source>Service problem</source>
            <translation>Problema del servizio</translation>
        </message>
        <message>
            <source>The network is back</source>
            <translation>La rete è tornata</translation>
        </message>
        <message>
            <source>The service has a problem since {time}</source>
            <translation>Il servizio ha un problema dalle {time}</translation>
        </message>
        <message>
            <source>The service is back</source>
            <translation>Il servizio è tornato</translation>
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
        <message>
            <source>{count} waiting for the service</source>
            <translation>{count} in attesa del servizio</translation>
        </message>
        <message>
            <source>{count} waiting for your word</source>
            <translation>{count} in attesa del tuo sì</translation>
        </message>
    </context>
    <context>
        <name>AlbumActs</name>
        <message>
            <source>Already in “{name}”</source>
            <translation>Già in “{name}”</translation>
        </message>
        <message>
            <source>Search saved as “{name}”</source>
            <translation>Ricerca salvata come “{name}”</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annulla</translation>
        </message>
        <message>
            <source>{takes} added to “{name}”</source>
            <translation>{takes} in più in “{name}”</translation>
        </message>
        <message>
            <source>{takes} taken out of “{name}”</source>
            <translation>{takes} in meno in “{name}”</translation>
        </message>
        <message>
            <source>“{name}” made</source>
            <translation>“{name}” creato</translation>
        </message>
        <message>
            <source>“{name}” made of {takes}</source>
            <translation>“{name}” creato con {takes}</translation>
        </message>
        <message>
            <source>“{name}” removed; its takes are kept</source>
            <translation>“{name}” rimosso; le sue riprese restano</translation>
        </message>
    </context>
    <context>
        <name>AlbumMenus</name>
        <message>
            <source>Add to an album</source>
            <translation>Aggiungi a un album</translation>
        </message>
        <message>
            <source>Find an album</source>
            <translation>Cerca un album</translation>
        </message>
        <message>
            <source>Find or name an album</source>
            <translation>Cerca un album o dagli un nome</translation>
        </message>
        <message>
            <source>Make</source>
            <translation>Crea</translation>
        </message>
        <message>
            <source>New album</source>
            <translation>Nuovo album</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Rinomina</translation>
        </message>
        <message>
            <source>Rename the album</source>
            <translation>Rinomina l’album</translation>
        </message>
        <message>
            <source>Rename the search</source>
            <translation>Rinomina la ricerca</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Salva</translation>
        </message>
        <message>
            <source>Save the search as</source>
            <translation>Salva la ricerca come</translation>
        </message>
        <message>
            <source>What is shown</source>
            <translation>Che cosa si vede</translation>
        </message>
    </context>
    <context>
        <name>AlbumRows</name>
        <message>
            <source>Albums</source>
            <translation>Album</translation>
        </message>
        <message>
            <source>All takes</source>
            <translation>Tutte le riprese</translation>
        </message>
        <message>
            <source>New album of {takes}…</source>
            <translation>Nuovo album con {takes}…</translation>
        </message>
        <message>
            <source>New album “{name}”</source>
            <translation>Nuovo album “{name}”</translation>
        </message>
        <message>
            <source>New album…</source>
            <translation>Nuovo album…</translation>
        </message>
        <message>
            <source>Remove “{name}”</source>
            <translation>Rimuovi “{name}”</translation>
        </message>
        <message>
            <source>Rename “{name}”…</source>
            <translation>Rinomina “{name}”…</translation>
        </message>
        <message>
            <source>Save this search…</source>
            <translation>Salva questa ricerca…</translation>
        </message>
        <message>
            <source>Saved searches</source>
            <translation>Ricerche salvate</translation>
        </message>
        <message>
            <source>Take {takes} out of “{name}”</source>
            <translation>Togli {takes} da “{name}”</translation>
        </message>
        <message>
            <source>Trash</source>
            <translation>Cestino</translation>
        </message>
        <message>
            <source>{source}, shown now</source>
            <translation>{source}, ora in vista</translation>
        </message>
    </context>
    <context>
        <name>AlbumTargets</name>
        <message>
            <source>Another album…</source>
            <translation>Un altro album…</translation>
        </message>
        <message>
            <source>Drop on an album</source>
            <translation>Rilascia su un album</translation>
        </message>
    </context>
    <context>
        <name>Answers</name>
        <message>
            <source>Another take of this library already follows this id. Nothing was changed.</source>
            <translation>Un’altra ripresa di questa libreria segue già questo id. Non è cambiato nulla.</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>Chiedi ancora</translation>
        </message>
        <message>
            <source>Ask the service again</source>
            <translation>Chiedi ancora al servizio</translation>
        </message>
        <message>
            <source>Asks for the result of this very job once more. Nothing is sent anew and nothing is charged.</source>
            <translation>Chiede ancora il risultato di questo stesso lavoro. Non si invia nulla di nuovo e non si paga nulla.</translation>
        </message>
        <message>
            <source>Asks the service for the clip once more, if it still has it. Nothing is charged.</source>
            <translation>Chiede ancora la clip al servizio, se ce l’ha ancora. Non si paga nulla.</translation>
        </message>
        <message>
            <source>Broke off</source>
            <translation>Interrotto</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annulla</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Verifica…</translation>
        </message>
        <message>
            <source>Choose the file. Rushes looks whether that or one beside it is the clip, and copies it back into its place. Nothing is charged.</source>
            <translation>Scegli il file. Rushes guarda se quello o uno accanto è la clip, e la ricopia al suo posto. Non si paga nulla.</translation>
        </message>
        <message>
            <source>Connect its drive, or put the file back, and it shows here again by itself. Its prompt and settings are kept. It belongs here:</source>
            <translation>Ricollega il disco, o rimetti il file al suo posto, e qui ricompare da solo. Il suo prompt e le impostazioni sono conservati. Il suo posto è questo:</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Dettagli</translation>
        </message>
        <message>
            <source>Details of the lost reply</source>
            <translation>Dettagli della risposta persa</translation>
        </message>
        <message>
            <source>Did this job arrive?</source>
            <translation>Questo lavoro è arrivato?</translation>
        </message>
        <message>
            <source>Do not send</source>
            <translation>Non inviare</translation>
        </message>
        <message>
            <source>Do not send it</source>
            <translation>Non inviarlo</translation>
        </message>
        <message>
            <source>Fetch again</source>
            <translation>Scarica di nuovo</translation>
        </message>
        <message>
            <source>Fetch again…</source>
            <translation>Scarica di nuovo…</translation>
        </message>
        <message>
            <source>Fetch from {host}</source>
            <translation>Scaricala da {host}</translation>
        </message>
        <message>
            <source>Fetch it</source>
            <translation>Scarica</translation>
        </message>
        <message>
            <source>Fetch it again</source>
            <translation>Scaricala di nuovo</translation>
        </message>
        <message>
            <source>Fetch it anyway</source>
            <translation>Scaricala comunque</translation>
        </message>
        <message>
            <source>Fetch it once more</source>
            <translation>Scaricala ancora una volta</translation>
        </message>
        <message>
            <source>Fetch the first one again</source>
            <translation>Scarica di nuovo l’originale</translation>
        </message>
        <message>
            <source>Fetch this very large clip?</source>
            <translation>Scaricare questa clip molto grande?</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>Segui</translation>
        </message>
        <message>
            <source>For this clip alone. Rushes checks that what comes is a clip before it keeps it.</source>
            <translation>Solo per questa clip. Prima di conservarla, Rushes controlla che sia davvero una clip.</translation>
        </message>
        <message>
            <source>For this clip alone; the limit stays as it is.</source>
            <translation>Solo per questa clip; il limite resta com’è.</translation>
        </message>
        <message>
            <source>Held back here</source>
            <translation>Trattenuto qui</translation>
        </message>
        <message>
            <source>If the first one did arrive, both are charged.</source>
            <translation>Se il primo è arrivato, si pagano tutti e due.</translation>
        </message>
        <message>
            <source>If the other copy did send it, both are charged.</source>
            <translation>Se l’altra copia l’ha inviato, si pagano tutti e due.</translation>
        </message>
        <message>
            <source>It cannot be brought back. Copy it elsewhere first to keep it.</source>
            <translation>Non si può recuperare. Per tenerlo, prima copialo altrove.</translation>
        </message>
        <message>
            <source>It holds something else than the clip that was fetched. Rushes left it as it is, and keeps its prompt and settings. It lies here:</source>
            <translation>Contiene altro rispetto alla clip scaricata. Rushes l’ha lasciato com’è, e ne conserva il prompt e le impostazioni. Si trova qui:</translation>
        </message>
        <message>
            <source>It is not there: send it again</source>
            <translation>Non c’è: invialo di nuovo</translation>
        </message>
        <message>
            <source>It is still at the service.</source>
            <translation>È ancora presso il servizio.</translation>
        </message>
        <message>
            <source>It is there: follow it</source>
            <translation>C’è: seguilo</translation>
        </message>
        <message>
            <source>It may be running and charged, or it may never have arrived. Rushes never sends a paid job twice by itself, so it waits for your word.</source>
            <translation>Può essere in lavorazione e già addebitato, oppure non essere mai arrivato. Rushes non invia mai da sé due volte un lavoro a pagamento: attende te.</translation>
        </message>
        <message>
            <source>It says that all went well, but its answer names no clip to fetch.</source>
            <translation>Dice che è andato tutto bene, ma la sua risposta non indica nessuna clip da scaricare.</translation>
        </message>
        <message>
            <source>It stays in History as Cancelled, with its prompt and settings. This copy sends nothing.</source>
            <translation>Resta nella Cronologia come Annullato, con prompt e impostazioni. Questa copia non invia nulla.</translation>
        </message>
        <message>
            <source>It stays in History, marked Needs you, and its link is kept. How long the service keeps the file is not known.</source>
            <translation>Resta nella Cronologia, segnata Attende te, e il suo link è conservato. Non si sa per quanto tempo il servizio tenga il file.</translation>
        </message>
        <message>
            <source>It stays in History, marked Needs you. Nothing is sent and nothing is lost.</source>
            <translation>Resta nella Cronologia, segnato Attende te. Non si invia e non si perde nulla.</translation>
        </message>
        <message>
            <source>It took the job on and ended it with an error of its own.</source>
            <translation>Ha preso in carico il lavoro e lo ha chiuso con un proprio errore.</translation>
        </message>
        <message>
            <source>It took the job on and later forgot it, so the clip cannot be fetched now.</source>
            <translation>Ha preso in carico il lavoro e poi lo ha dimenticato: ora la clip non si può scaricare.</translation>
        </message>
        <message>
            <source>It was not sent: send it now</source>
            <translation>Non è stato inviato: invialo ora</translation>
        </message>
        <message>
            <source>It was sent again</source>
            <translation>È stato inviato di nuovo</translation>
        </message>
        <message>
            <source>It was sent: follow it</source>
            <translation>È stato inviato: seguilo</translation>
        </message>
        <message>
            <source>Its prompt and settings are kept.</source>
            <translation>Il suo prompt e le impostazioni sono conservati.</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Tieni</translation>
        </message>
        <message>
            <source>Keep it for later</source>
            <translation>Tienilo per dopo</translation>
        </message>
        <message>
            <source>Kept for later</source>
            <translation>Tenuto per dopo</translation>
        </message>
        <message>
            <source>Locate…</source>
            <translation>Trova…</translation>
        </message>
        <message>
            <source>Look on the service’s page</source>
            <translation>Guarda sulla pagina del servizio</translation>
        </message>
        <message>
            <source>Make it again</source>
            <translation>Creala di nuovo</translation>
        </message>
        <message>
            <source>May Rushes fetch this clip from another server?</source>
            <translation>Rushes può scaricare questa clip da un altro server?</translation>
        </message>
        <message>
            <source>May charge twice</source>
            <translation>Rischi di pagare due volte</translation>
        </message>
        <message>
            <source>No browser opened. The address is {address}</source>
            <translation>Non si è aperto nessun browser. L’indirizzo è {address}</translation>
        </message>
        <message>
            <source>No reply</source>
            <translation>Nessuna risposta</translation>
        </message>
        <message>
            <source>No request id</source>
            <translation>Nessun id</translation>
        </message>
        <message>
            <source>Nothing is sent and nothing is charged for it.</source>
            <translation>Non si invia nulla e non si paga nulla.</translation>
        </message>
        <message>
            <source>Open Settings</source>
            <translation>Apri Impostazioni</translation>
        </message>
        <message>
            <source>Open page</source>
            <translation>Apri la pagina</translation>
        </message>
        <message>
            <source>Opens RunComfy in your browser. Look for a job from about {time} with this prompt.</source>
            <translation>Apre RunComfy nel browser. Cerca un lavoro delle {time} circa con questo prompt.</translation>
        </message>
        <message>
            <source>Opens RunComfy in your browser. Look for this prompt.</source>
            <translation>Apre RunComfy nel browser. Cerca questo prompt.</translation>
        </message>
        <message>
            <source>Or leave it there</source>
            <translation>Oppure lasciala lì</translation>
        </message>
        <message>
            <source>Paste its request id. Rushes watches it and brings the clip home. Nothing new is sent.</source>
            <translation>Incolla l’id della richiesta. Rushes la segue e porta qui la clip. Non si invia nulla di nuovo.</translation>
        </message>
        <message>
            <source>Plays the file that is there now. Nothing is changed.</source>
            <translation>Riproduce il file che c’è ora. Non cambia nulla.</translation>
        </message>
        <message>
            <source>Replace it</source>
            <translation>Sostituisci</translation>
        </message>
        <message>
            <source>Replace the file that is there now?</source>
            <translation>Sostituire il file che c’è ora?</translation>
        </message>
        <message>
            <source>Replaces</source>
            <translation>Sostituisce</translation>
        </message>
        <message>
            <source>Reply lost</source>
            <translation>Risposta persa</translation>
        </message>
        <message>
            <source>Reply not readable</source>
            <translation>Risposta illeggibile</translation>
        </message>
        <message>
            <source>Request id</source>
            <translation>Id della richiesta</translation>
        </message>
        <message>
            <source>Rushes ended</source>
            <translation>Rushes si è chiuso</translation>
        </message>
        <message>
            <source>Rushes ended while it was sending this job, and heard no answer.</source>
            <translation>Rushes si è chiuso mentre inviava questo lavoro, e non ha avuto risposta.</translation>
        </message>
        <message>
            <source>Rushes fetched it several times, and each time it was something else. The link is kept.</source>
            <translation>Rushes l’ha scaricata più volte, e ogni volta era qualcos’altro. Il link è conservato.</translation>
        </message>
        <message>
            <source>Rushes sent it and waited, and no answer came.</source>
            <translation>Rushes l’ha inviato e ha aspettato, ma non è arrivata nessuna risposta.</translation>
        </message>
        <message>
            <source>Rushes sent it, and a server on the way answered with an error of its own (HTTP {status}).</source>
            <translation>Rushes l’ha inviato, e un server lungo il percorso ha risposto con un proprio errore (HTTP {status}).</translation>
        </message>
        <message>
            <source>Rushes sent it, and an answer came that names no request id.</source>
            <translation>Rushes l’ha inviato, ed è arrivata una risposta che non indica nessun id della richiesta.</translation>
        </message>
        <message>
            <source>Rushes sent it, and something answered that does not speak like the service (HTTP {status}).</source>
            <translation>Rushes l’ha inviato, e ha risposto qualcosa che non parla come il servizio (HTTP {status}).</translation>
        </message>
        <message>
            <source>Rushes sent it, and the answer cannot be read.</source>
            <translation>Rushes l’ha inviato, e la risposta non si può leggere.</translation>
        </message>
        <message>
            <source>Rushes sent it, and was told to go to another address (HTTP {status}). It never follows that with a paid job.</source>
            <translation>Rushes l’ha inviato, e gli è stato indicato un altro indirizzo (HTTP {status}). Con un lavoro a pagamento non lo segue mai.</translation>
        </message>
        <message>
            <source>Say where it is now</source>
            <translation>Di’ dov’è ora</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Invia di nuovo</translation>
        </message>
        <message>
            <source>Send again…</source>
            <translation>Invia di nuovo…</translation>
        </message>
        <message>
            <source>Send it</source>
            <translation>Invialo</translation>
        </message>
        <message>
            <source>Send it now…</source>
            <translation>Invia ora…</translation>
        </message>
        <message>
            <source>Sending began</source>
            <translation>Invio iniziato</translation>
        </message>
        <message>
            <source>Sending broke off inside Rushes, so nobody heard the answer.</source>
            <translation>L’invio si è interrotto dentro Rushes, e nessuno ha sentito la risposta.</translation>
        </message>
        <message>
            <source>Sent whole</source>
            <translation>Inviato per intero</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>Mostra</translation>
        </message>
        <message>
            <source>Show it as it is</source>
            <translation>Mostralo com’è</translation>
        </message>
        <message>
            <source>Show that take</source>
            <translation>Mostra quella ripresa</translation>
        </message>
        <message>
            <source>Takes everything over into Compose, the seed too; Magic Prompt may still make it come out another way. Nothing is sent before you press Generate.</source>
            <translation>Riporta tutto in Composizione, anche il seed; con Magic Prompt può comunque venire diversa. Non si invia nulla prima che tu prema Genera.</translation>
        </message>
        <message>
            <source>Takes everything over into Compose. With the same seed it should come out the same. Nothing is sent before you press Generate.</source>
            <translation>Riporta tutto in Composizione. Con lo stesso seed dovrebbe venire uguale. Non si invia nulla prima che tu prema Genera.</translation>
        </message>
        <message>
            <source>Takes prompt and settings over into Compose. No seed was sent, so it comes out another way. Nothing is sent before you press Generate.</source>
            <translation>Riporta prompt e impostazioni in Composizione. Non è stato inviato un seed, perciò viene diversa. Non si invia nulla prima che tu prema Genera.</translation>
        </message>
        <message>
            <source>The clip is ready, but it is larger than the limit for downloads in Settings.</source>
            <translation>La clip è pronta, ma supera il limite per i download nelle Impostazioni.</translation>
        </message>
        <message>
            <source>The clip is ready, but it lies on {host}, which is not one of the service’s own servers. That may be right, yet Rushes asks first. Your token is never sent there.</source>
            <translation>La clip è pronta, ma si trova su {host}, che non è un server del servizio. Può essere giusto così, ma Rushes prima chiede. Il tuo token non viene mai inviato là.</translation>
        </message>
        <message>
            <source>The clip is ready, but with {size} it is larger than the limit for downloads in Settings.</source>
            <translation>La clip è pronta, ma con {size} supera il limite per i download nelle Impostazioni.</translation>
        </message>
        <message>
            <source>The connection broke after Rushes had sent it and before the service answered.</source>
            <translation>La connessione è caduta dopo che Rushes l’aveva inviato e prima che il servizio rispondesse.</translation>
        </message>
        <message>
            <source>The connection broke while Rushes was sending it.</source>
            <translation>La connessione è caduta mentre Rushes lo inviava.</translation>
        </message>
        <message>
            <source>The file is not where it was</source>
            <translation>Il file non è dov’era</translation>
        </message>
        <message>
            <source>The first one may still have arrived. If you find it on the service’s page, follow it here, and its clip comes home as well.</source>
            <translation>Può darsi che il primo sia arrivato. Se lo trovi sulla pagina del servizio, seguilo da qui, e arriva anche la sua clip.</translation>
        </message>
        <message>
            <source>The link to this clip has died</source>
            <translation>Il link a questa clip è scaduto</translation>
        </message>
        <message>
            <source>The new take has the same prompt and settings.</source>
            <translation>La nuova ripresa ha lo stesso prompt e le stesse impostazioni.</translation>
        </message>
        <message>
            <source>The service answered “{answer}” when it was asked to cancel, which Rushes does not know.
The job counts as going on. You can ask once more.</source>
            <translation>Alla richiesta di annullare il servizio ha risposto “{answer}”, che Rushes non conosce.
Per Rushes il lavoro continua. Puoi chiederlo ancora.</translation>
        </message>
        <message>
            <source>The service calls this “{word}”, a state that Rushes does not know.
Rushes goes on asking until the job ends.</source>
            <translation>Il servizio chiama questo stato “{word}”, e Rushes non lo conosce.
Rushes continua a chiedere finché il lavoro non finisce.</translation>
        </message>
        <message>
            <source>The service cancelled this job before it ran.</source>
            <translation>Il servizio ha annullato questo lavoro prima che partisse.</translation>
        </message>
        <message>
            <source>The service cancelled this job by itself.</source>
            <translation>Il servizio ha annullato questo lavoro da solo.</translation>
        </message>
        <message>
            <source>The service cancelled this job while it ran.</source>
            <translation>Il servizio ha annullato questo lavoro mentre era in corso.</translation>
        </message>
        <message>
            <source>The service could not be reached. Nothing was changed; try again once the network is back.</source>
            <translation>Il servizio non è raggiungibile. Non è stato cambiato nulla; riprova quando la rete sarà tornata.</translation>
        </message>
        <message>
            <source>The service could not make this clip</source>
            <translation>Il servizio non è riuscito a creare questa clip</translation>
        </message>
        <message>
            <source>The service does not answer as it should just now. Nothing was changed; try again in a moment.</source>
            <translation>In questo momento il servizio non risponde come dovrebbe. Non è cambiato nulla; riprova tra poco.</translation>
        </message>
        <message>
            <source>The service does not know this id. Check that it is whole and of this account.</source>
            <translation>Il servizio non conosce questo id. Controlla che sia intero e di questo account.</translation>
        </message>
        <message>
            <source>The service does not know this job any more</source>
            <translation>Il servizio non conosce più questo lavoro</translation>
        </message>
        <message>
            <source>The service does not know this job any more.</source>
            <translation>Il servizio non conosce più questo lavoro.</translation>
        </message>
        <message>
            <source>The service finished, and gave no file</source>
            <translation>Il servizio ha finito, ma non ha dato nessun file</translation>
        </message>
        <message>
            <source>The service has a problem. It can be asked once that is over; until then nothing changes.</source>
            <translation>Il servizio ha un problema. Gli si potrà chiedere quando sarà risolto; fino ad allora non cambia nulla.</translation>
        </message>
        <message>
            <source>The service has a problem. It waits here until that is over, and Rushes asks once before it goes out.</source>
            <translation>Il servizio ha un problema. Aspetta qui finché è risolto, e Rushes chiede una volta prima di inviarlo.</translation>
        </message>
        <message>
            <source>The service has a problem. Rushes fetches it as soon as that is over.</source>
            <translation>Il servizio ha un problema. Rushes la scarica appena è risolto.</translation>
        </message>
        <message>
            <source>The service made it, and something went wrong inside Rushes while it was fetched. The clip is still at the service. Please report it with the log.</source>
            <translation>Il servizio l’ha creata, e mentre veniva scaricata qualcosa è andato storto dentro Rushes. La clip è ancora presso il servizio. Segnalalo, per favore, allegando il log.</translation>
        </message>
        <message>
            <source>The service made the clip, but its file was gone before it was fetched, and no new link came.</source>
            <translation>Il servizio ha creato la clip, ma il file è sparito prima che fosse scaricato, e non è arrivato un nuovo link.</translation>
        </message>
        <message>
            <source>The service refused to cancel this job.
It goes on and may be charged. Its clip comes home when it is ready.</source>
            <translation>Il servizio ha rifiutato di annullare questo lavoro.
Il lavoro continua e può essere addebitato. La clip arriva quando è pronta.</translation>
        </message>
        <message>
            <source>The service says again that it could not make this clip.</source>
            <translation>Il servizio dice ancora che non è riuscito a creare questa clip.</translation>
        </message>
        <message>
            <source>The service says again that there is no file.</source>
            <translation>Il servizio dice ancora che non c’è nessun file.</translation>
        </message>
        <message>
            <source>The service says that the result is not ready yet.</source>
            <translation>Il servizio dice che il risultato non è ancora pronto.</translation>
        </message>
        <message>
            <source>The service says that this job cannot be cancelled any more.
It goes on and may be charged. Its clip comes home when it is ready.</source>
            <translation>Il servizio dice che questo lavoro non si può più annullare.
Il lavoro continua e può essere addebitato. La clip arriva quando è pronta.</translation>
        </message>
        <message>
            <source>The service says that this request belongs to another account.</source>
            <translation>Il servizio dice che questa richiesta è di un altro account.</translation>
        </message>
        <message>
            <source>The service’s answer to this job was lost.</source>
            <translation>La risposta del servizio a questo lavoro si è persa.</translation>
        </message>
        <message>
            <source>There is no network, so the page will not open now.</source>
            <translation>Non c’è rete, quindi ora la pagina non si apre.</translation>
        </message>
        <message>
            <source>There is no network. It waits here until that is back, and Rushes asks once before it goes out.</source>
            <translation>Non c’è rete. Aspetta qui finché torna, e Rushes chiede una volta prima di inviarlo.</translation>
        </message>
        <message>
            <source>There is no network. Rushes fetches it as soon as that is back.</source>
            <translation>Non c’è rete. Rushes la scarica appena torna.</translation>
        </message>
        <message>
            <source>There is no network. The service can be asked once it is back; until then nothing changes.</source>
            <translation>Non c’è rete. Si potrà chiedere al servizio quando tornerà; fino ad allora non cambia nulla.</translation>
        </message>
        <message>
            <source>This clip could not be brought home</source>
            <translation>Non è stato possibile portare qui questa clip</translation>
        </message>
        <message>
            <source>This file is not the one that came</source>
            <translation>Questo file non è quello che era arrivato</translation>
        </message>
        <message>
            <source>This is not a request id: letters, digits, hyphens and underscores alone.</source>
            <translation>Questo non è l’id di una richiesta: solo lettere, cifre, trattini e trattini bassi.</translation>
        </message>
        <message>
            <source>This job was cancelled here and not sent.
Its prompt and settings are kept.</source>
            <translation>Questo lavoro è stato annullato qui e non inviato.
Il suo prompt e le impostazioni sono conservati.</translation>
        </message>
        <message>
            <source>This job was sent again</source>
            <translation>Questo lavoro è stato inviato di nuovo</translation>
        </message>
        <message>
            <source>This job was sent again as take {number}</source>
            <translation>Questo lavoro è stato inviato di nuovo come ripresa {number}</translation>
        </message>
        <message>
            <source>This library is an older copy of itself, such as a backup. When the copy was made, this job was still waiting; the library it was made from may have sent it since. From here nothing was sent, and nothing is without your word.</source>
            <translation>Questa libreria è una copia più vecchia, come un backup. Quando la copia è stata fatta, questo lavoro era ancora in attesa; la libreria di partenza potrebbe averlo inviato nel frattempo. Da qui non è stato inviato nulla, e non lo sarà finché non lo dici tu.</translation>
        </message>
        <message>
            <source>This may charge twice. Send it again?</source>
            <translation>Rischi di pagare due volte. Inviarlo di nuovo?</translation>
        </message>
        <message>
            <source>This may charge twice. Send it now?</source>
            <translation>Rischi di pagare due volte. Inviarlo ora?</translation>
        </message>
        <message>
            <source>Use all</source>
            <translation>Usa tutto</translation>
        </message>
        <message>
            <source>Was this job sent since?</source>
            <translation>Questo lavoro è stato inviato nel frattempo?</translation>
        </message>
        <message>
            <source>What came is not a clip</source>
            <translation>Quello che è arrivato non è una clip</translation>
        </message>
        <message>
            <source>What the service said</source>
            <translation>Che cosa ha detto il servizio</translation>
        </message>
        <message>
            <source>Whether anything was charged is not told. Its prompt and settings are kept.</source>
            <translation>Non si sa se sia stato addebitato qualcosa. Il suo prompt e le impostazioni sono conservati.</translation>
        </message>
        <message>
            <source>Written down</source>
            <translation>Annotato</translation>
        </message>
        <message>
            <source>You asked to cancel this job, and the service has not answered yet.
Until it does, the job may still run and be charged. Rushes goes on asking.</source>
            <translation>Hai chiesto di annullare questo lavoro, e il servizio non ha ancora risposto.
Finché non risponde, il lavoro può ancora partire ed essere addebitato. Rushes continua a chiedere.</translation>
        </message>
        <message>
            <source>a server without a name</source>
            <translation>un server senza nome</translation>
        </message>
        <message>
            <source>about {price}</source>
            <translation>circa {price}</translation>
        </message>
        <message>
            <source>cost {price}</source>
            <translation>costo {price}</translation>
        </message>
        <message>
            <source>if the first one did arrive. Same prompt and settings.</source>
            <translation>se il primo è arrivato. Stesso prompt e stesse impostazioni.</translation>
        </message>
        <message>
            <source>if the first one did arrive. Same prompt, same seed.</source>
            <translation>se il primo è arrivato. Stesso prompt, stesso seed.</translation>
        </message>
        <message>
            <source>if the other copy of this library did send it.</source>
            <translation>se l’altra copia di questa libreria l’ha inviato.</translation>
        </message>
        <message>
            <source>price not known</source>
            <translation>prezzo non noto</translation>
        </message>
        <message>
            <source>the file that is there now, if the service still has the clip.</source>
            <translation>il file che c’è ora, se il servizio ha ancora la clip.</translation>
        </message>
    </context>
    <context>
        <name>AppearanceSection</name>
        <message>
            <source>Accent</source>
            <translation>Colore d’accento</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Aspetto</translation>
        </message>
        <message>
            <source>Around pictures</source>
            <translation>Attorno alle immagini</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Come il sistema</translation>
        </message>
        <message>
            <source>Between {least} and {most} %.</source>
            <translation>Tra {least} e {most} %.</translation>
        </message>
        <message>
            <source>Black</source>
            <translation>Nero</translation>
        </message>
        <message>
            <source>Checker</source>
            <translation>Scacchiera</translation>
        </message>
        <message>
            <source>Comfortable</source>
            <translation>Comoda</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>Compatta</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Scuro</translation>
        </message>
        <message>
            <source>Density</source>
            <translation>Densità</translation>
        </message>
        <message>
            <source>Everything grows with it; pictures do not.</source>
            <translation>Cresce tutto, tranne le immagini.</translation>
        </message>
        <message>
            <source>For what is chosen, focused or under way.</source>
            <translation>Per ciò che è scelto, attivo o in corso.</translation>
        </message>
        <message>
            <source>Grey</source>
            <translation>Grigio</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Contrasto elevato</translation>
        </message>
        <message>
            <source>High contrast has an accent of its own.</source>
            <translation>Il contrasto elevato ha un accento suo.</translation>
        </message>
        <message>
            <source>How tightly controls stand.</source>
            <translation>Quanto sono vicini i comandi.</translation>
        </message>
        <message>
            <source>In the Viewer only.</source>
            <translation>Solo nel visore.</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Lingua</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Chiaro</translation>
        </message>
        <message>
            <source>Nothing moves but clips that play.</source>
            <translation>Si muovono solo le clip in riproduzione.</translation>
        </message>
        <message>
            <source>Of the window; never of a prompt.</source>
            <translation>Della finestra, mai dei prompt.</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Spento</translation>
        </message>
        <message>
            <source>On</source>
            <translation>Attivo</translation>
        </message>
        <message>
            <source>Reduced motion</source>
            <translation>Movimento ridotto</translation>
        </message>
        <message>
            <source>System</source>
            <translation>Sistema</translation>
        </message>
        <message>
            <source>System follows the desktop.</source>
            <translation>Sistema segue il desktop.</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Dimensione del testo</translation>
        </message>
        <message>
            <source>The language changes when Rushes starts again.</source>
            <translation>La lingua cambia al prossimo avvio di Rushes.</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
    </context>
    <context>
        <name>Badge</name>
        <message>
            <source>%1, chosen</source>
            <translation>%1, scelta</translation>
        </message>
    </context>
    <context>
        <name>CancelAllBar</name>
        <message>
            <source>Cancel 1 job</source>
            <translation>Annulla 1 lavoro</translation>
        </message>
        <message>
            <source>Cancel {count} jobs</source>
            <translation>Annulla {count} lavori</translation>
        </message>
        <message>
            <source>One job has not been sent: it will cost nothing.</source>
            <translation>Un lavoro non è stato inviato: non costerà nulla.</translation>
        </message>
        <message>
            <source>One runs: the service is asked to stop it, and may say no.</source>
            <translation>Uno è in corso: si chiede al servizio di fermarlo, e può dire di no.</translation>
        </message>
        <message>
            <source>{count} jobs have not been sent: they will cost nothing.</source>
            <translation>{count} lavori non sono stati inviati: non costeranno nulla.</translation>
        </message>
        <message>
            <source>{count} run: the service is asked to stop them, and may say no.</source>
            <translation>{count} sono in corso: si chiede al servizio di fermarli, e può dire di no.</translation>
        </message>
    </context>
    <context>
        <name>Caption</name>
        <message>
            <source>chosen</source>
            <translation>scelta</translation>
        </message>
        <message>
            <source>frame %1</source>
            <translation>fotogramma %1</translation>
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
        <name>ChangeWords</name>
        <message>
            <source>Magic Prompt</source>
            <translation>Magic Prompt</translation>
        </message>
        <message>
            <source>aspect ratio</source>
            <translation>proporzioni</translation>
        </message>
        <message>
            <source>first</source>
            <translation>prima</translation>
        </message>
        <message>
            <source>frame rate</source>
            <translation>frequenza</translation>
        </message>
        <message>
            <source>frames</source>
            <translation>fotogrammi</translation>
        </message>
        <message>
            <source>length</source>
            <translation>durata</translation>
        </message>
        <message>
            <source>model</source>
            <translation>modello</translation>
        </message>
        <message>
            <source>negative prompt</source>
            <translation>prompt negativo</translation>
        </message>
        <message>
            <source>prompt</source>
            <translation>prompt</translation>
        </message>
        <message>
            <source>resolution</source>
            <translation>risoluzione</translation>
        </message>
        <message>
            <source>seed</source>
            <translation>seed</translation>
        </message>
        <message>
            <source>{input} +{count}</source>
            <translation>{input} +{count}</translation>
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
        <name>ChosenSection</name>
        <message>
            <source>Remix</source>
            <translation>Remix</translation>
        </message>
        <message>
            <source>Use all</source>
            <translation>Usa tutto</translation>
        </message>
        <message>
            <source>Use seed</source>
            <translation>Usa seed</translation>
        </message>
        <message>
            <source>chosen</source>
            <translation>scelta</translation>
        </message>
    </context>
    <context>
        <name>ClipInformation</name>
        <message>
            <source>%1 bit</source>
            <translation>%1 bit</translation>
        </message>
        <message>
            <source>%1 fps</source>
            <translation>%1 fps</translation>
        </message>
        <message>
            <source>%1 fps on average</source>
            <translation>%1 fps in media</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 di %2</translation>
        </message>
        <message>
            <source>%1, as tagged</source>
            <translation>%1, come indicato</translation>
        </message>
        <message>
            <source>%1, assumed</source>
            <translation>%1, presunto</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Colore</translation>
        </message>
        <message>
            <source>Depth</source>
            <translation>Profondità</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Frame</source>
            <translation>Fotogramma</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Immagine</translation>
        </message>
        <message>
            <source>Range</source>
            <translation>Gamma</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>Cadenza</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Dimensioni</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <source>Timecode</source>
            <translation>Timecode</translation>
        </message>
        <message>
            <source>Zoom</source>
            <translation>Zoom</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>esatta</translation>
        </message>
        <message>
            <source>full</source>
            <translation>completa</translation>
        </message>
        <message>
            <source>late: frame %1 is due</source>
            <translation>in ritardo: manca il fot. %1</translation>
        </message>
        <message>
            <source>right frame, quick colour</source>
            <translation>fot. giusto, colore rapido</translation>
        </message>
        <message>
            <source>right frame, scaled for now</source>
            <translation>fot. giusto, per ora in scala</translation>
        </message>
        <message>
            <source>still image</source>
            <translation>immagine fissa</translation>
        </message>
        <message>
            <source>video</source>
            <translation>video</translation>
        </message>
    </context>
    <context>
        <name>ClipSound</name>
        <message>
            <source>The sound cannot be read to its end</source>
            <translation>L’audio non si può leggere fino alla fine</translation>
        </message>
        <message>
            <source>The sound cannot be read: it plays silently</source>
            <translation>L’audio non si può leggere: la riproduzione è muta</translation>
        </message>
        <message>
            <source>The sound device stands still: it plays silently</source>
            <translation>Il dispositivo audio è fermo: la riproduzione è muta</translation>
        </message>
        <message>
            <source>There is no sound device: it plays silently</source>
            <translation>Non c’è un dispositivo audio: la riproduzione è muta</translation>
        </message>
    </context>
    <context>
        <name>ColumnHeader</name>
        <message>
            <source>Changed</source>
            <translation>Cambiato</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Colonne</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Data</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Durata</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modello</translation>
        </message>
        <message>
            <source>State and marks</source>
            <translation>Stato e voti</translation>
        </message>
        <message>
            <source>Take</source>
            <translation>Ripresa</translation>
        </message>
    </context>
    <context>
        <name>CompareBar</name>
        <message>
            <source>Back to one clip</source>
            <translation>Torna a un solo clip</translation>
        </message>
        <message>
            <source>Blind</source>
            <translation>Alla cieca</translation>
        </message>
        <message>
            <source>Compare %1</source>
            <translation>Confronto di %1</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Differenza</translation>
        </message>
        <message>
            <source>Frame</source>
            <translation>Fotogramma</translation>
        </message>
        <message>
            <source>Gain</source>
            <translation>Guadagno</translation>
        </message>
        <message>
            <source>How the pictures are compared</source>
            <translation>Come si confrontano le immagini</translation>
        </message>
        <message>
            <source>Locked by</source>
            <translation>Blocco per</translation>
        </message>
        <message>
            <source>Opacity of the chosen take</source>
            <translation>Opacità della ripresa scelta</translation>
        </message>
        <message>
            <source>Overlay</source>
            <translation>Sovrapposte</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>Affiancate</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <source>Wipe</source>
            <translation>Tendina</translation>
        </message>
    </context>
    <context>
        <name>CompareBoard</name>
        <message>
            <source>Pictures that are compared</source>
            <translation>Immagini a confronto</translation>
        </message>
    </context>
    <context>
        <name>CompareInputs</name>
        <message>
            <source>Length</source>
            <translation>Durata</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>No</translation>
        </message>
        <message>
            <source>On</source>
            <translation>Sì</translation>
        </message>
    </context>
    <context>
        <name>CompareLanes</name>
        <message>
            <source>Timeline of all clips</source>
            <translation>Linea del tempo di tutti i clip</translation>
        </message>
    </context>
    <context>
        <name>CompareLetters</name>
        <message>
            <source>all eight</source>
            <translation>tutte e otto</translation>
        </message>
        <message>
            <source>all five</source>
            <translation>tutte e cinque</translation>
        </message>
        <message>
            <source>all four</source>
            <translation>tutte e quattro</translation>
        </message>
        <message>
            <source>all nine</source>
            <translation>tutte e nove</translation>
        </message>
        <message>
            <source>all seven</source>
            <translation>tutte e sette</translation>
        </message>
        <message>
            <source>all six</source>
            <translation>tutte e sei</translation>
        </message>
        <message>
            <source>all three</source>
            <translation>tutte e tre</translation>
        </message>
        <message>
            <source>both</source>
            <translation>entrambe</translation>
        </message>
    </context>
    <context>
        <name>ComparedTakes</name>
        <message>
            <source>At most 9 takes can be compared at once.</source>
            <translation>Si possono confrontare al massimo 9 riprese alla volta.</translation>
        </message>
        <message>
            <source>Choose 2 to 9 takes in the filmstrip or in History, then press C.</source>
            <translation>Scegli da 2 a 9 riprese nella striscia o nella cronologia, poi premi C.</translation>
        </message>
        <message>
            <source>Only takes with a clip can be compared.</source>
            <translation>Si possono confrontare solo riprese con una clip.</translation>
        </message>
        <message>
            <source>Takes without a clip are left out.</source>
            <translation>Le riprese senza clip restano fuori.</translation>
        </message>
    </context>
    <context>
        <name>Completer</name>
        <message>
            <source>1 suggestion</source>
            <translation>1 suggerimento</translation>
        </message>
        <message>
            <source>{count} suggestions</source>
            <translation>{count} suggerimenti</translation>
        </message>
    </context>
    <context>
        <name>CompletionPopup</name>
        <message>
            <source>What completes the search</source>
            <translation>Che cosa completa la ricerca</translation>
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
        <name>ComposeFace</name>
        <message>
            <source>Back to the model’s defaults</source>
            <translation>Torna ai valori predefiniti del modello</translation>
        </message>
        <message>
            <source>Compose</source>
            <translation>Composizione</translation>
        </message>
    </context>
    <context>
        <name>ComposeFoot</name>
        <message>
            <source>1 job</source>
            <translation>1 lavoro</translation>
        </message>
        <message>
            <source>Change the job</source>
            <translation>Modifica il lavoro</translation>
        </message>
        <message>
            <source>Change {count} jobs</source>
            <translation>Modifica {count} lavori</translation>
        </message>
        <message>
            <source>Enter a token…</source>
            <translation>Inserisci un token…</translation>
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
            <source>Queue for later</source>
            <translation>Accoda per dopo</translation>
        </message>
        <message>
            <source>Queue {count} for later</source>
            <translation>Accoda {count} per dopo</translation>
        </message>
        <message>
            <source>Takes</source>
            <translation>Riprese</translation>
        </message>
        <message>
            <source>The service needs a RunComfy token</source>
            <translation>Il servizio richiede un token RunComfy</translation>
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
            <source>· keep their places</source>
            <translation>· mantengono il loro posto</translation>
        </message>
        <message>
            <source>· keeps its place</source>
            <translation>· mantiene il suo posto</translation>
        </message>
        <message>
            <source>· wait for the network</source>
            <translation>· aspettano la rete</translation>
        </message>
        <message>
            <source>· wait for the service</source>
            <translation>· aspettano il servizio</translation>
        </message>
        <message>
            <source>· waits for the network</source>
            <translation>· aspetta la rete</translation>
        </message>
        <message>
            <source>· waits for the service</source>
            <translation>· aspetta il servizio</translation>
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
        <name>Copying</name>
        <message>
            <source>1 command copied. It reads the token from $RUNCOMFY_TOKEN.</source>
            <translation>1 comando copiato. Legge il token da $RUNCOMFY_TOKEN.</translation>
        </message>
        <message>
            <source>1 file copied</source>
            <translation>1 file copiato</translation>
        </message>
        <message>
            <source>1 path copied</source>
            <translation>1 percorso copiato</translation>
        </message>
        <message>
            <source>1 prompt copied</source>
            <translation>1 prompt copiato</translation>
        </message>
        <message>
            <source>Looking where the files lie</source>
            <translation>Ricerca dei file</translation>
        </message>
        <message>
            <source>Reading the prompts</source>
            <translation>Lettura dei prompt</translation>
        </message>
        <message>
            <source>Reading the requests</source>
            <translation>Lettura delle richieste</translation>
        </message>
        <message>
            <source>There is no file to copy yet.</source>
            <translation>Non c’è ancora un file da copiare.</translation>
        </message>
        <message>
            <source>There is no prompt to copy.</source>
            <translation>Non c’è alcun prompt da copiare.</translation>
        </message>
        <message>
            <source>There is no request to copy.</source>
            <translation>Non c’è alcuna richiesta da copiare.</translation>
        </message>
        <message>
            <source>{count} commands copied. They read the token from $RUNCOMFY_TOKEN.</source>
            <translation>{count} comandi copiati. Leggono il token da $RUNCOMFY_TOKEN.</translation>
        </message>
        <message>
            <source>{count} files copied</source>
            <translation>{count} file copiati</translation>
        </message>
        <message>
            <source>{count} paths copied</source>
            <translation>{count} percorsi copiati</translation>
        </message>
        <message>
            <source>{count} prompts copied</source>
            <translation>{count} prompt copiati</translation>
        </message>
    </context>
    <context>
        <name>Details</name>
        <message>
            <source>%1 at %2 fps</source>
            <translation>%1 a %2 fps</translation>
        </message>
        <message>
            <source>%1 so far</source>
            <translation>%1 finora</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>Aggiunto</translation>
        </message>
        <message>
            <source>As it came</source>
            <translation>Com’era arrivato</translation>
        </message>
        <message>
            <source>Belongs in</source>
            <translation>Il suo posto</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>Finito</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Formato</translation>
        </message>
        <message>
            <source>In queue</source>
            <translation>In coda</translation>
        </message>
        <message>
            <source>In queue and running</source>
            <translation>In coda e lavorazione</translation>
        </message>
        <message>
            <source>In queue, running</source>
            <translation>In coda, lavorazione</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Durata</translation>
        </message>
        <message>
            <source>Lies in</source>
            <translation>Si trova in</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modello</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nome</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Spento</translation>
        </message>
        <message>
            <source>On</source>
            <translation>Attivo</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>Prezzo</translation>
        </message>
        <message>
            <source>Prompt</source>
            <translation>Prompt</translation>
        </message>
        <message>
            <source>Request id</source>
            <translation>Id della richiesta</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Inviato</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>Servizio</translation>
        </message>
        <message>
            <source>Waited here</source>
            <translation>In attesa qui</translation>
        </message>
        <message>
            <source>Written down</source>
            <translation>Annotato</translation>
        </message>
        <message>
            <source>another prompt than in take %1</source>
            <translation>un prompt diverso dalla ripresa %1</translation>
        </message>
        <message>
            <source>as shown before</source>
            <translation>indicato prima</translation>
        </message>
        <message>
            <source>as the service told</source>
            <translation>secondo il servizio</translation>
        </message>
        <message>
            <source>differ</source>
            <translation>diversi</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>vuoto</translation>
        </message>
        <message>
            <source>file</source>
            <translation>file</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>mancante</translation>
        </message>
        <message>
            <source>new since take %1</source>
            <translation>nuovo rispetto alla ripresa %1</translation>
        </message>
        <message>
            <source>no sound</source>
            <translation>senza audio</translation>
        </message>
        <message>
            <source>none</source>
            <translation>nessuno</translation>
        </message>
        <message>
            <source>not here yet</source>
            <translation>non ancora qui</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>non noto</translation>
        </message>
        <message>
            <source>not sent</source>
            <translation>non inviato</translation>
        </message>
        <message>
            <source>not sent; the model’s own default is %1</source>
            <translation>non inviato; il valore predefinito del modello è %1</translation>
        </message>
        <message>
            <source>not the one that came</source>
            <translation>non è quello arrivato</translation>
        </message>
        <message>
            <source>the service did not tell</source>
            <translation>il servizio non lo ha detto</translation>
        </message>
        <message>
            <source>today %1</source>
            <translation>oggi %1</translation>
        </message>
        <message>
            <source>was %1</source>
            <translation>era %1</translation>
        </message>
        <message>
            <source>was %1 in take %2</source>
            <translation>era %1 nella ripresa %2</translation>
        </message>
        <message>
            <source>with sound</source>
            <translation>con audio</translation>
        </message>
        <message>
            <source>without %1 of take %2</source>
            <translation>senza %1 della ripresa %2</translation>
        </message>
        <message>
            <source>yesterday %1</source>
            <translation>ieri %1</translation>
        </message>
        <message>
            <source>“%1”</source>
            <translation>“%1”</translation>
        </message>
    </context>
    <context>
        <name>DetailsPanel</name>
        <message>
            <source>Choose a take to see its inputs, its marks, and what was sent.</source>
            <translation>Scegli una ripresa per vederne i valori, i voti e che cosa è stato inviato.</translation>
        </message>
        <message>
            <source>Copied: %1</source>
            <translation>Copiato: %1</translation>
        </message>
        <message>
            <source>Copy all settings</source>
            <translation>Copia tutte le impostazioni</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Dettagli</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Altro</translation>
        </message>
        <message>
            <source>No take chosen</source>
            <translation>Nessuna ripresa scelta</translation>
        </message>
        <message>
            <source>Settings copied</source>
            <translation>Impostazioni copiate</translation>
        </message>
    </context>
    <context>
        <name>DetailsSection</name>
        <message>
            <source>folded away</source>
            <translation>chiusa</translation>
        </message>
        <message>
            <source>open</source>
            <translation>aperta</translation>
        </message>
    </context>
    <context>
        <name>DiffersPanel</name>
        <message>
            <source>Names and inputs are hidden until you choose the best.</source>
            <translation>Nomi e valori restano nascosti finché non scegli la migliore.</translation>
        </message>
        <message>
            <source>What differs</source>
            <translation>Che cosa cambia</translation>
        </message>
    </context>
    <context>
        <name>DiffersTable</name>
        <message>
            <source>Offset</source>
            <translation>Sfasamento</translation>
        </message>
        <message>
            <source>Offset of %1 in frames</source>
            <translation>Sfasamento di %1 in fotogrammi</translation>
        </message>
    </context>
    <context>
        <name>EmptyingSheet</name>
        <message>
            <source>1 is still under way, and stays until it is at its end.</source>
            <translation>1 è ancora in corso e resta fino alla fine.</translation>
        </message>
        <message>
            <source>1 take leaves Rushes for good, with its marks, notes and settings.</source>
            <translation>1 ripresa lascia Rushes per sempre, con voti, note e impostazioni.</translation>
        </message>
        <message>
            <source>Empty Trash</source>
            <translation>Svuota il Cestino</translation>
        </message>
        <message>
            <source>Empty the trash?</source>
            <translation>Svuotare il Cestino?</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Conserva</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Rimuovi</translation>
        </message>
        <message>
            <source>Remove {takes} for good?</source>
            <translation>Rimuovere {takes} per sempre?</translation>
        </message>
        <message>
            <source>Rushes cannot undo this.</source>
            <translation>Rushes non può annullarlo.</translation>
        </message>
        <message>
            <source>The files ({size}) go to the system’s trash.</source>
            <translation>I file ({size}) vanno nel cestino del sistema.</translation>
        </message>
        <message>
            <source>{count} are still under way, and stay until they are at their end.</source>
            <translation>{count} sono ancora in corso e restano fino alla fine.</translation>
        </message>
        <message>
            <source>{takes} leave Rushes for good, with their marks, notes and settings.</source>
            <translation>{takes} lasciano Rushes per sempre, con voti, note e impostazioni.</translation>
        </message>
    </context>
    <context>
        <name>ErrorWords</name>
        <message>
            <source>A file reads back otherwise than it was written; the drive may be failing.</source>
            <translation>Un file, riletto, è diverso da com’era stato scritto; il disco potrebbe essere guasto.</translation>
        </message>
        <message>
            <source>Add credit there, then make it again.</source>
            <translation>Aggiungi credito lì, poi crea di nuovo la clip.</translation>
        </message>
        <message>
            <source>An album needs a name.</source>
            <translation>Un album ha bisogno di un nome.</translation>
        </message>
        <message>
            <source>Another album has this name.</source>
            <translation>Un altro album ha questo nome.</translation>
        </message>
        <message>
            <source>Another take of this library already follows this request id.</source>
            <translation>Un’altra ripresa di questa libreria segue già questo id.</translation>
        </message>
        <message>
            <source>Ask the service once more, or make it again with the same seed.</source>
            <translation>Chiedi ancora al servizio, o crea di nuovo la clip con lo stesso seed.</translation>
        </message>
        <message>
            <source>Ask the service once more, or make it again.</source>
            <translation>Chiedi ancora al servizio, o crea di nuovo la clip.</translation>
        </message>
        <message>
            <source>Check that its folder is there and can be written to.</source>
            <translation>Controlla che la sua cartella ci sia e che ci si possa scrivere.</translation>
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
            <source>Choose a drive of this computer. Clips alone may lie on a network drive.</source>
            <translation>Scegli un disco di questo computer. Solo le clip possono stare su un disco di rete.</translation>
        </message>
        <message>
            <source>Choose a folder outside of it.</source>
            <translation>Scegli una cartella al di fuori.</translation>
        </message>
        <message>
            <source>Choose an empty folder, or make a new one.</source>
            <translation>Scegli una cartella vuota, o creane una nuova.</translation>
        </message>
        <message>
            <source>Choose another drive, or turn on Developer Mode in the settings of Windows.</source>
            <translation>Scegli un altro disco, o attiva la modalità sviluppatore nelle impostazioni di Windows.</translation>
        </message>
        <message>
            <source>Choose another drive.</source>
            <translation>Scegli un altro disco.</translation>
        </message>
        <message>
            <source>Choose another folder for pictures in Settings.</source>
            <translation>Scegli un’altra cartella per le immagini nelle Impostazioni.</translation>
        </message>
        <message>
            <source>Choose another model.</source>
            <translation>Scegli un altro modello.</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>Scegli un altro nome.</translation>
        </message>
        <message>
            <source>Choose the folder in which rushes.db lies, or make a new library.</source>
            <translation>Scegli la cartella in cui si trova rushes.db, o crea una nuova libreria.</translation>
        </message>
        <message>
            <source>Choose the folder that a backup was made in.</source>
            <translation>Scegli la cartella in cui è stato fatto un backup.</translation>
        </message>
        <message>
            <source>Close the older Rushes; this one then brings the library up to date, after a backup.</source>
            <translation>Chiudi il Rushes meno recente: questo aggiornerà poi la libreria, dopo averne fatto una copia.</translation>
        </message>
        <message>
            <source>Connect its drive again, and the clips come back by themselves.</source>
            <translation>Ricollega il disco e le clip torneranno da sole.</translation>
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
            <source>Correct what is marked in it.</source>
            <translation>Correggi ciò che vi è segnato.</translation>
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
            <source>Enter it again next time, or unlock the keyring and keep it once more.</source>
            <translation>Inseriscilo di nuovo la prossima volta, oppure sblocca il portachiavi e conservalo ancora.</translation>
        </message>
        <message>
            <source>Enter one.</source>
            <translation>Inseriscine uno.</translation>
        </message>
        <message>
            <source>Enter that service’s address in Settings to follow it.</source>
            <translation>Inserisci l’indirizzo di quel servizio nelle Impostazioni per seguirlo.</translation>
        </message>
        <message>
            <source>Everything is as it was.</source>
            <translation>Tutto è com’era.</translation>
        </message>
        <message>
            <source>Everything is still where it was.</source>
            <translation>Tutto è ancora dov’era.</translation>
        </message>
        <message>
            <source>Fetch the clip again, or keep the file as it is now.</source>
            <translation>Scarica di nuovo la clip, oppure tieni il file com’è ora.</translation>
        </message>
        <message>
            <source>Free some room there, or choose another drive.</source>
            <translation>Libera un po’ di spazio, o scegli un altro disco.</translation>
        </message>
        <message>
            <source>Free some room, or choose another folder for pictures in Settings.</source>
            <translation>Libera spazio, o scegli un’altra cartella per le immagini nelle Impostazioni.</translation>
        </message>
        <message>
            <source>Free some room; Rushes then goes on by itself.</source>
            <translation>Libera un po’ di spazio; Rushes riprende da solo.</translation>
        </message>
        <message>
            <source>If it happens again, please report it, with the log.</source>
            <translation>Se succede ancora, segnalalo, per favore, allegando il log.</translation>
        </message>
        <message>
            <source>It goes on there, and nothing of it is lost.</source>
            <translation>Là continua, e non se ne perde nulla.</translation>
        </message>
        <message>
            <source>It is as it was.</source>
            <translation>È come prima.</translation>
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
            <source>It may be running and charged, or it may never have arrived.</source>
            <translation>Può essere in lavorazione e già addebitato, oppure non essere mai arrivato.</translation>
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
            <source>It was stopped.</source>
            <translation>È stato interrotto.</translation>
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
            <source>Look at it in another program.</source>
            <translation>Guardalo con un altro programma.</translation>
        </message>
        <message>
            <source>Make it again, or change the inputs.</source>
            <translation>Crea di nuovo la clip, o cambia i valori.</translation>
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
            <source>Nothing is lost: what is here stays, and clips wait at the service.</source>
            <translation>Non si perde nulla: quello che è qui resta, e le clip aspettano presso il servizio.</translation>
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
            <source>Nothing was sent, and nothing is lost.</source>
            <translation>Non è stato inviato nulla e non si è perso nulla.</translation>
        </message>
        <message>
            <source>Nothing was sent.</source>
            <translation>Nulla è stato inviato.</translation>
        </message>
        <message>
            <source>Open it anyway, ask the service for the result again, or look at it in another program.</source>
            <translation>Aprilo comunque, chiedi di nuovo il risultato al servizio, oppure guardalo con un altro programma.</translation>
        </message>
        <message>
            <source>Please report it, with the log.</source>
            <translation>Segnalalo, per favore, allegando il log.</translation>
        </message>
        <message>
            <source>Rushes asks again by itself.</source>
            <translation>Rushes chiede di nuovo da sé.</translation>
        </message>
        <message>
            <source>Rushes does not understand what the service answered.</source>
            <translation>Rushes non capisce che cosa ha risposto il servizio.</translation>
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
            <source>Rushes stopped the last time while it was reading this file.</source>
            <translation>L’ultima volta Rushes si è interrotto mentre leggeva questo file.</translation>
        </message>
        <message>
            <source>Rushes tries again by itself.</source>
            <translation>Rushes riprova da sé.</translation>
        </message>
        <message>
            <source>Rushes waits and asks again.</source>
            <translation>Rushes attende e chiede di nuovo.</translation>
        </message>
        <message>
            <source>Say whether Rushes may fetch it anyway.</source>
            <translation>Di’ se Rushes può scaricarla comunque.</translation>
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
            <source>Some inputs do not fit this model.</source>
            <translation>Alcuni valori non vanno bene per questo modello.</translation>
        </message>
        <message>
            <source>Something went wrong inside Rushes, and a part of it was started again.</source>
            <translation>Qualcosa è andato storto dentro Rushes, e una sua parte è stata riavviata.</translation>
        </message>
        <message>
            <source>Something went wrong inside Rushes.</source>
            <translation>Qualcosa è andato storto dentro Rushes.</translation>
        </message>
        <message>
            <source>Takes, marks and settings are all here; no clip is lost.</source>
            <translation>Riprese, voti e impostazioni ci sono tutti; nessuna clip è andata persa.</translation>
        </message>
        <message>
            <source>The album could not be changed.</source>
            <translation>L’album non si è potuto cambiare.</translation>
        </message>
        <message>
            <source>The clip could not be fetched.</source>
            <translation>Non è stato possibile scaricare la clip.</translation>
        </message>
        <message>
            <source>The clip is as it was.</source>
            <translation>La clip è come prima.</translation>
        </message>
        <message>
            <source>The clip is larger than the limit in Settings.</source>
            <translation>La clip supera il limite nelle Impostazioni.</translation>
        </message>
        <message>
            <source>The clip lies on a server that is not the service’s own.</source>
            <translation>La clip si trova su un server che non è del servizio.</translation>
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
            <source>The file is as it was.</source>
            <translation>Il file è rimasto com’era.</translation>
        </message>
        <message>
            <source>The file is not where it was.</source>
            <translation>Il file non è più dov’era.</translation>
        </message>
        <message>
            <source>The folder with the clips is not there.</source>
            <translation>La cartella delle clip non c’è.</translation>
        </message>
        <message>
            <source>The job was not taken on.</source>
            <translation>Il lavoro non è stato preso in carico.</translation>
        </message>
        <message>
            <source>The library cannot be used just now.</source>
            <translation>In questo momento la libreria non si può usare.</translation>
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
            <source>The picture could not be written.</source>
            <translation>Non è stato possibile scrivere l’immagine.</translation>
        </message>
        <message>
            <source>The picture could not be written: its disk is full.</source>
            <translation>Non è stato possibile scrivere l’immagine: il disco è pieno.</translation>
        </message>
        <message>
            <source>The picture could not be written: its folder cannot be written in.</source>
            <translation>Non è stato possibile scrivere l’immagine: nella sua cartella non si può scrivere.</translation>
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
            <source>The same request is being sent just now, and this id may be its own.</source>
            <translation>La stessa richiesta viene inviata proprio ora, e questo id potrebbe essere il suo.</translation>
        </message>
        <message>
            <source>The service asks Rushes to slow down.</source>
            <translation>Il servizio chiede a Rushes di rallentare.</translation>
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
            <source>The service’s answer to this job was lost.</source>
            <translation>La risposta del servizio a questo lavoro si è persa.</translation>
        </message>
        <message>
            <source>The system does not let the library link to a folder in that place.</source>
            <translation>Il sistema non permette alla libreria un collegamento a una cartella in quella posizione.</translation>
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
            <source>There is no library in this folder.</source>
            <translation>In questa cartella non c’è nessuna libreria.</translation>
        </message>
        <message>
            <source>There is no such album any more.</source>
            <translation>Questo album non c’è più.</translation>
        </message>
        <message>
            <source>There is no such job in this library.</source>
            <translation>In questa libreria non c’è questo lavoro.</translation>
        </message>
        <message>
            <source>There is no whole backup in this folder.</source>
            <translation>In questa cartella non c’è un backup completo.</translation>
        </message>
        <message>
            <source>There is not enough room on that drive.</source>
            <translation>Su quel disco non c’è abbastanza spazio.</translation>
        </message>
        <message>
            <source>There is something else in this folder.</source>
            <translation>In questa cartella c’è altro.</translation>
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
            <source>This file is not the one that came.</source>
            <translation>Questo file non è quello che era arrivato.</translation>
        </message>
        <message>
            <source>This folder cannot be used for it.</source>
            <translation>Questa cartella non si può usare per questo.</translation>
        </message>
        <message>
            <source>This folder lies inside the library itself.</source>
            <translation>Questa cartella si trova dentro la libreria stessa.</translation>
        </message>
        <message>
            <source>This folder lies on a network drive, where the library’s database could be damaged.</source>
            <translation>Questa cartella è su un disco di rete, dove il database della libreria potrebbe danneggiarsi.</translation>
        </message>
        <message>
            <source>This is not a request id.</source>
            <translation>Questo non è l’id di una richiesta.</translation>
        </message>
        <message>
            <source>This job is at another service than the one in Settings.</source>
            <translation>Questo lavoro è presso un servizio diverso da quello nelle Impostazioni.</translation>
        </message>
        <message>
            <source>This library is an older copy, so this job may have been sent since.</source>
            <translation>Questa libreria è una copia più vecchia: il lavoro potrebbe essere stato inviato nel frattempo.</translation>
        </message>
        <message>
            <source>This library is open in an older Rushes.</source>
            <translation>Questa libreria è aperta in un Rushes meno recente.</translation>
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
            <source>This search is not understood.</source>
            <translation>Questa ricerca non si capisce.</translation>
        </message>
        <message>
            <source>Try again in a moment.</source>
            <translation>Riprova fra un momento.</translation>
        </message>
        <message>
            <source>Try it once more.</source>
            <translation>Riprova.</translation>
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
            <source>What is written down in your library is kept, and nothing is sent twice.</source>
            <translation>Quello che è annotato nella tua libreria è conservato, e nulla viene inviato due volte.</translation>
        </message>
        <message>
            <source>What is written down in your library is kept.</source>
            <translation>Quello che è annotato nella tua libreria è conservato.</translation>
        </message>
        <message>
            <source>Your jobs are kept.</source>
            <translation>I tuoi lavori sono conservati.</translation>
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
        <name>Explanation</name>
        <message>
            <source>Save search</source>
            <translation>Salva ricerca</translation>
        </message>
        <message>
            <source>Shown meanwhile: {query}</source>
            <translation>Intanto si vede: {query}</translation>
        </message>
        <message>
            <source>Use “{suggestion}”</source>
            <translation>Usa “{suggestion}”</translation>
        </message>
        <message>
            <source>as it was before the clips’ drive went away</source>
            <translation>com’era prima che il disco dei filmati mancasse</translation>
        </message>
    </context>
    <context>
        <name>FacetRow</name>
        <message>
            <source>All</source>
            <translation>Tutte</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>Attende te</translation>
        </message>
        <message>
            <source>Picks</source>
            <translation>Scelte</translation>
        </message>
        <message>
            <source>Takes not looked at yet</source>
            <translation>Riprese non ancora guardate</translation>
        </message>
        <message>
            <source>Takes off what is chosen here</source>
            <translation>Toglie ciò che è scelto qui</translation>
        </message>
        <message>
            <source>Takes that wait for your word</source>
            <translation>Riprese che attendono una tua parola</translation>
        </message>
        <message>
            <source>Takes that were picked</source>
            <translation>Riprese scelte</translation>
        </message>
        <message>
            <source>Unseen</source>
            <translation>Non viste</translation>
        </message>
    </context>
    <context>
        <name>FactRow</name>
        <message>
            <source>Copy: %1</source>
            <translation>Copia: %1</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Mostra nella cartella</translation>
        </message>
    </context>
    <context>
        <name>FailurePage</name>
        <message>
            <source>Not shown</source>
            <translation>Non mostrato</translation>
        </message>
        <message>
            <source>Open it anyway</source>
            <translation>Apri comunque</translation>
        </message>
    </context>
    <context>
        <name>FieldChip</name>
        <message>
            <source>Delete removes it, Enter writes it out</source>
            <translation>Canc lo toglie, Invio lo riscrive come testo</translation>
        </message>
    </context>
    <context>
        <name>FilmstripPanel</name>
        <message>
            <source>Filmstrip</source>
            <translation>Provini</translation>
        </message>
        <message>
            <source>Next after a mark</source>
            <translation>Avanti dopo un segno</translation>
        </message>
        <message>
            <source>Takes of this shot</source>
            <translation>Riprese di questa inquadratura</translation>
        </message>
        <message>
            <source>in the trash</source>
            <translation>nel Cestino</translation>
        </message>
        <message>
            <source>{number} of {count}</source>
            <translation>{number} di {count}</translation>
        </message>
    </context>
    <context>
        <name>FolderChoice</name>
        <message>
            <source>Choose…</source>
            <translation>Scegli…</translation>
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
        <name>FrameWishes</name>
        <message>
            <source>Copy frame</source>
            <translation>Copia fotogramma</translation>
        </message>
        <message>
            <source>Frame %1 is now “%2” of %3</source>
            <translation>Il fotogramma %1 è ora «%2» di %3</translation>
        </message>
        <message>
            <source>In another model</source>
            <translation>In un altro modello</translation>
        </message>
        <message>
            <source>No model here takes an image</source>
            <translation>Nessun modello qui accetta un’immagine</translation>
        </message>
        <message>
            <source>Save frame</source>
            <translation>Salva fotogramma</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Mostra</translation>
        </message>
        <message>
            <source>Use frame as</source>
            <translation>Usa fotogramma come</translation>
        </message>
        <message>
            <source>Use frame in</source>
            <translation>Usa fotogramma in</translation>
        </message>
    </context>
    <context>
        <name>FramesOut</name>
        <message>
            <source>Frame %1 copied</source>
            <translation>Fotogramma %1 copiato</translation>
        </message>
        <message>
            <source>Frame %1 saved to %2</source>
            <translation>Fotogramma %1 salvato in %2</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Mostra</translation>
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
            <source>Today</source>
            <translation>Oggi</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Ieri</translation>
        </message>
    </context>
    <context>
        <name>HistoryHead</name>
        <message>
            <source>Of a closed stack the top take is chosen. Open it to choose the others.</source>
            <translation>Di una pila chiusa è scelta la ripresa in cima. Aprila per scegliere le altre.</translation>
        </message>
        <message>
            <source>{count} chosen</source>
            <translation>{count} scelte</translation>
        </message>
        <message>
            <source>{count} chosen, {behind} beneath</source>
            <translation>{count} scelte, {behind} sotto</translation>
        </message>
    </context>
    <context>
        <name>HistoryPages</name>
        <message>
            <source>Choose takes in History and add them by their menu.</source>
            <translation>Scegli delle riprese nella Cronologia e aggiungile dal loro menu.</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Azzera la ricerca</translation>
        </message>
        <message>
            <source>Looked for: {query}.</source>
            <translation>Cercato: {query}.</translation>
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
            <source>Show all takes</source>
            <translation>Mostra tutte le riprese</translation>
        </message>
        <message>
            <source>This album is empty</source>
            <translation>Questo album è vuoto</translation>
        </message>
        <message>
            <source>Trash is empty</source>
            <translation>Il cestino è vuoto</translation>
        </message>
        <message>
            <source>What you trash waits here until you empty it. Marks and settings come back with it.</source>
            <translation>Ciò che butti aspetta qui finché non svuoti il cestino. Giudizi e impostazioni tornano con lui.</translation>
        </message>
        <message>
            <source>Write a prompt and press Generate. Every take stays here, with its settings.</source>
            <translation>Scrivi un prompt e premi Genera. Ogni ripresa resta qui, con le sue impostazioni.</translation>
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message>
            <source>A search</source>
            <translation>Una ricerca</translation>
        </message>
        <message>
            <source>All takes</source>
            <translation>Tutte le riprese</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Cronologia</translation>
        </message>
        <message>
            <source>Shown: {source}</source>
            <translation>In vista: {source}</translation>
        </message>
        <message>
            <source>Trash</source>
            <translation>Cestino</translation>
        </message>
    </context>
    <context>
        <name>HistorySort</name>
        <message>
            <source>A to Z</source>
            <translation>Dalla A alla Z</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Data</translation>
        </message>
        <message>
            <source>Highest first</source>
            <translation>Prima quelle con più stelle</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Durata</translation>
        </message>
        <message>
            <source>Longest first</source>
            <translation>Prima le più lunghe</translation>
        </message>
        <message>
            <source>Lowest first</source>
            <translation>Prima quelle con meno stelle</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modello</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>Prima le più recenti</translation>
        </message>
        <message>
            <source>Oldest first</source>
            <translation>Prima le meno recenti</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>Stelle</translation>
        </message>
        <message>
            <source>Shortest first</source>
            <translation>Prima le più brevi</translation>
        </message>
        <message>
            <source>Sort: {key} · {end}</source>
            <translation>Ordine: {key} · {end}</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titolo</translation>
        </message>
        <message>
            <source>Z to A</source>
            <translation>Dalla Z alla A</translation>
        </message>
    </context>
    <context>
        <name>InformationOverlay</name>
        <message>
            <source>Information</source>
            <translation>Informazioni</translation>
        </message>
    </context>
    <context>
        <name>InputsSection</name>
        <message numerus="yes">
            <source>%n changed from take %1</source>
            <translation>
                <numerusform>%n cambiato dalla ripresa %1</numerusform>
                <numerusform>%n cambiati dalla ripresa %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>Valori</translation>
        </message>
        <message>
            <source>as in take %1</source>
            <translation>come nella ripresa %1</translation>
        </message>
        <message>
            <source>of the first %1</source>
            <translation>delle prime %1</translation>
        </message>
    </context>
    <context>
        <name>JobFace</name>
        <message>
            <source>, take {number}</source>
            <translation>, ripresa {number}</translation>
        </message>
        <message>
            <source>Another server</source>
            <translation>Altro server</translation>
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
            <source>Cannot be read</source>
            <translation>Illeggibile</translation>
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
            <source>Error in Rushes</source>
            <translation>Errore in Rushes</translation>
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
            <source>File changed</source>
            <translation>File cambiato</translation>
        </message>
        <message>
            <source>File missing</source>
            <translation>File mancante</translation>
        </message>
        <message>
            <source>Held</source>
            <translation>Trattenuto</translation>
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
            <source>Inputs refused</source>
            <translation>Valori rifiutati</translation>
        </message>
        <message>
            <source>Larger than the limit</source>
            <translation>Supera il limite</translation>
        </message>
        <message>
            <source>Library away</source>
            <translation>Libreria assente</translation>
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
            <source>No picture</source>
            <translation>Senza immagine</translation>
        </message>
        <message>
            <source>Not a clip</source>
            <translation>Non è una clip</translation>
        </message>
        <message>
            <source>Nothing has been sent. Activity asks whether it should go out.</source>
            <translation>Non è stato inviato nulla. Attività chiede se deve partire.</translation>
        </message>
        <message>
            <source>Nothing has been sent. Enter a valid token in Settings; then Rushes asks once before it goes out.</source>
            <translation>Non è stato inviato nulla. Inserisci un token valido nelle Impostazioni; poi Rushes chiede una volta prima di inviarlo.</translation>
        </message>
        <message>
            <source>Nothing has been sent. It goes out by itself.</source>
            <translation>Non è stato inviato nulla. Parte da solo.</translation>
        </message>
        <message>
            <source>Nothing has been sent. It goes out once a valid token is in Settings.</source>
            <translation>Non è stato inviato nulla. Parte quando nelle Impostazioni c’è un token valido.</translation>
        </message>
        <message>
            <source>Nothing has been sent. It goes out once sending goes on; see Activity.</source>
            <translation>Non è stato inviato nulla. Parte quando l’invio riprende; vedi Attività.</translation>
        </message>
        <message>
            <source>Nothing has been sent. It goes out when the network is back; if that takes long, Rushes asks first.</source>
            <translation>Non è stato inviato nulla. Parte quando la rete torna; se ci vuole molto, Rushes chiede prima.</translation>
        </message>
        <message>
            <source>Nothing has been sent. It goes out when the service is back; if that takes long, Rushes asks first.</source>
            <translation>Non è stato inviato nulla. Parte quando il servizio torna; se ci vuole molto, Rushes chiede prima.</translation>
        </message>
        <message>
            <source>Nothing has been sent. When the network is back, Rushes asks once before it goes out.</source>
            <translation>Non è stato inviato nulla. Quando la rete torna, Rushes chiede una volta prima di inviarlo.</translation>
        </message>
        <message>
            <source>Nothing has been sent. When the service is back, Rushes asks once before it goes out.</source>
            <translation>Non è stato inviato nulla. Quando il servizio torna, Rushes chiede una volta prima di inviarlo.</translation>
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
            <source>Restore</source>
            <translation>Ripristina</translation>
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
            <source>Unknown</source>
            <translation>Non noto</translation>
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
            <source>about {amount}</source>
            <translation>circa {amount}</translation>
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
            <source>for the service</source>
            <translation>del servizio</translation>
        </message>
        <message>
            <source>for your word</source>
            <translation>del tuo sì</translation>
        </message>
        <message>
            <source>kept for later</source>
            <translation>tenuto per dopo</translation>
        </message>
        <message>
            <source>needs your word</source>
            <translation>decidi tu</translation>
        </message>
        <message>
            <source>no balance left</source>
            <translation>credito esaurito</translation>
        </message>
        <message>
            <source>not cancelled</source>
            <translation>non annullato</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>non noto</translation>
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
            <source>sent again</source>
            <translation>inviato di nuovo</translation>
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
            <source>{sign} {amount}</source>
            <translation>{sign} {amount}</translation>
        </message>
        <message>
            <source>{time} so far</source>
            <translation>da {time}</translation>
        </message>
    </context>
    <context>
        <name>JobMenu</name>
        <message>
            <source>Add to album…</source>
            <translation>Aggiungi a un album…</translation>
        </message>
        <message>
            <source>Asking to cancel</source>
            <translation>Richiesta di annullamento</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annulla lavoro</translation>
        </message>
        <message>
            <source>Cancel {count}</source>
            <translation>Annulla {count} lavori</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Confronta</translation>
        </message>
        <message>
            <source>Compare {count}</source>
            <translation>Confronta {count}</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copia</translation>
        </message>
        <message>
            <source>Copy as curl</source>
            <translation>Copia come curl</translation>
        </message>
        <message>
            <source>Copy file</source>
            <translation>Copia il file</translation>
        </message>
        <message>
            <source>Copy path</source>
            <translation>Copia il percorso</translation>
        </message>
        <message>
            <source>Copy prompt</source>
            <translation>Copia il prompt</translation>
        </message>
        <message>
            <source>Copy {count} as curl</source>
            <translation>Copia {count} come curl</translation>
        </message>
        <message>
            <source>Copy {count} files</source>
            <translation>Copia {count} file</translation>
        </message>
        <message>
            <source>Copy {count} paths</source>
            <translation>Copia {count} percorsi</translation>
        </message>
        <message>
            <source>Copy {count} prompts</source>
            <translation>Copia {count} prompt</translation>
        </message>
        <message>
            <source>Locate missing file…</source>
            <translation>Trova il file mancante…</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>Vota</translation>
        </message>
        <message>
            <source>Move to Trash</source>
            <translation>Sposta nel Cestino</translation>
        </message>
        <message>
            <source>Move {count} to Trash</source>
            <translation>Sposta {count} nel Cestino</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Apri</translation>
        </message>
        <message>
            <source>Remix</source>
            <translation>Remix</translation>
        </message>
        <message>
            <source>Remove for good…</source>
            <translation>Rimuovi per sempre…</translation>
        </message>
        <message>
            <source>Remove {count} for good…</source>
            <translation>Rimuovi {count} per sempre…</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Ripristina</translation>
        </message>
        <message>
            <source>Restore {count}</source>
            <translation>Ripristina {count}</translation>
        </message>
        <message>
            <source>Show in History</source>
            <translation>Mostra nella cronologia</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Mostra nella cartella</translation>
        </message>
        <message>
            <source>Show {count} in folder</source>
            <translation>Mostra {count} nella cartella</translation>
        </message>
        <message>
            <source>Tags…</source>
            <translation>Tag…</translation>
        </message>
        <message>
            <source>Take</source>
            <translation>Ripresa</translation>
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
            <source>choose 2 to 9</source>
            <translation>scegline da 2 a 9</translation>
        </message>
        <message>
            <source>choose one</source>
            <translation>scegline una</translation>
        </message>
        <message>
            <source>has no prompt</source>
            <translation>senza prompt</translation>
        </message>
        <message>
            <source>has no seed</source>
            <translation>senza seed</translation>
        </message>
        <message>
            <source>no file here</source>
            <translation>nessun file qui</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>non nota</translation>
        </message>
    </context>
    <context>
        <name>JobSection</name>
        <message>
            <source>Job</source>
            <translation>Lavoro</translation>
        </message>
    </context>
    <context>
        <name>JobWishes</name>
        <message>
            <source>It has gone out meanwhile, as it was before.</source>
            <translation>Nel frattempo è partito, com’era prima.</translation>
        </message>
        <message>
            <source>It has gone out meanwhile.</source>
            <translation>Nel frattempo è partito.</translation>
        </message>
        <message>
            <source>The model of this take is not here.</source>
            <translation>Il modello di questa ripresa non è qui.</translation>
        </message>
    </context>
    <context>
        <name>JobsView</name>
        <message>
            <source>Takes</source>
            <translation>Riprese</translation>
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
        <name>KeptPicture</name>
        <message>
            <source>Not there any more</source>
            <translation>Non c’è più</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Immagine</translation>
        </message>
    </context>
    <context>
        <name>KeySheet</name>
        <message>
            <source>Activity</source>
            <translation>Attività</translation>
        </message>
        <message>
            <source>Again: 2×, 4×; with K held: one frame</source>
            <translation>Ancora: 2×, 4×; con K premuto: un fotogramma</translation>
        </message>
        <message>
            <source>Anywhere</source>
            <translation>Ovunque</translation>
        </message>
        <message>
            <source>Back, stop, forward</source>
            <translation>Indietro, stop, avanti</translation>
        </message>
        <message>
            <source>Choose all</source>
            <translation>Scegli tutto</translation>
        </message>
        <message>
            <source>Choose one more, or one less</source>
            <translation>Scegline uno in più o in meno</translation>
        </message>
        <message>
            <source>Clear In and Out</source>
            <translation>Cancella In e Out</translation>
        </message>
        <message>
            <source>Clip earlier and later</source>
            <translation>Clip prima e dopo</translation>
        </message>
        <message>
            <source>Close a stack</source>
            <translation>Chiudi una pila</translation>
        </message>
        <message>
            <source>Colour label</source>
            <translation>Etichetta di colore</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Confronto</translation>
        </message>
        <message>
            <source>Compose</source>
            <translation>Composizione</translation>
        </message>
        <message>
            <source>Copy frame</source>
            <translation>Copia fotogramma</translation>
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
            <source>Fit, 100 %, 200 %</source>
            <translation>Adatta, 100 %, 200 %</translation>
        </message>
        <message>
            <source>Frames out</source>
            <translation>Fotogrammi in uscita</translation>
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
            <source>Go to a frame or timecode</source>
            <translation>Vai a un fotogramma o timecode</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Cronologia</translation>
        </message>
        <message>
            <source>History, Details</source>
            <translation>Cronologia, Dettagli</translation>
        </message>
        <message>
            <source>In and Out here</source>
            <translation>In e Out qui</translation>
        </message>
        <message>
            <source>In to Out is good, or not</source>
            <translation>Da In a Out è buono, o no</translation>
        </message>
        <message>
            <source>Information</source>
            <translation>Informazioni</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Scorciatoie</translation>
        </message>
        <message>
            <source>Larger and smaller</source>
            <translation>Più grande e più piccolo</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Esci</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Vista</translation>
        </message>
        <message>
            <source>Loop, once, ping-pong</source>
            <translation>Loop, una volta, ping-pong</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>Voti</translation>
        </message>
        <message>
            <source>Next and previous clip</source>
            <translation>Clip successiva e precedente</translation>
        </message>
        <message>
            <source>Next surround</source>
            <translation>Sfondo successivo</translation>
        </message>
        <message>
            <source>Note on the frame or the take</source>
            <translation>Nota sul fotogramma o sulla ripresa</translation>
        </message>
        <message>
            <source>One frame</source>
            <translation>Un fotogramma</translation>
        </message>
        <message>
            <source>One to five stars, none</source>
            <translation>Da una a cinque stelle, nessuna</translation>
        </message>
        <message>
            <source>Open a take or a stack</source>
            <translation>Apri un ciak o una pila</translation>
        </message>
        <message>
            <source>Pick, reject, neither</source>
            <translation>Scelta, scarto, nessuno dei due</translation>
        </message>
        <message>
            <source>Pixel grid</source>
            <translation>Griglia dei pixel</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Riproduzione</translation>
        </message>
        <message>
            <source>Play or pause</source>
            <translation>Riproduci o pausa</translation>
        </message>
        <message>
            <source>Previous and next note or range</source>
            <translation>Nota o intervallo precedente e successivo</translation>
        </message>
        <message>
            <source>Restore from the trash</source>
            <translation>Ripristina dal Cestino</translation>
        </message>
        <message>
            <source>Save frame</source>
            <translation>Salva fotogramma</translation>
        </message>
        <message>
            <source>Second screen</source>
            <translation>Secondo schermo</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Impostazioni</translation>
        </message>
        <message>
            <source>Slower and faster</source>
            <translation>Più lento e più veloce</translation>
        </message>
        <message>
            <source>Sound off or on</source>
            <translation>Audio spento o acceso</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Tag</translation>
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
            <source>To the trash; in the trash: remove for good</source>
            <translation>Nel Cestino; nel Cestino: rimuovi per sempre</translation>
        </message>
        <message>
            <source>Undo and redo a mark</source>
            <translation>Annulla e ripeti un voto</translation>
        </message>
        <message>
            <source>Wipe</source>
            <translation>Tendina</translation>
        </message>
    </context>
    <context>
        <name>KeysSection</name>
        <message>
            <source>Keys here</source>
            <translation>Tasti qui</translation>
        </message>
        <message>
            <source>back to one clip</source>
            <translation>torna a un solo clip</translation>
        </message>
        <message>
            <source>choose the best</source>
            <translation>scegli la migliore</translation>
        </message>
        <message>
            <source>choose the one with the ring</source>
            <translation>scegli quella con la cornice</translation>
        </message>
        <message>
            <source>mark the chosen one</source>
            <translation>vota quella scelta</translation>
        </message>
        <message>
            <source>next clip</source>
            <translation>clip successivo</translation>
        </message>
        <message>
            <source>shift the chosen one by a frame</source>
            <translation>sposta la scelta di un fotogramma</translation>
        </message>
        <message>
            <source>turn the wipe</source>
            <translation>gira la tendina</translation>
        </message>
        <message>
            <source>wipe under the pointer</source>
            <translation>tendina sotto il puntatore</translation>
        </message>
    </context>
    <context>
        <name>Libraries</name>
        <message numerus="yes">
            <source>%n added</source>
            <translation>
                <numerusform>%n aggiunto</numerusform>
                <numerusform>%n aggiunti</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n clip(s) do not say how they were made; find them by tag:imported.</source>
            <translation>
                <numerusform>%n clip non dice com’è stata fatta; si trova con tag:imported.</numerusform>
                <numerusform>%n clip non dicono come sono state fatte; si trovano con tag:imported.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n could not be read</source>
            <translation>
                <numerusform>%n non è leggibile</numerusform>
                <numerusform>%n non sono leggibili</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n job(s) have no clip: its file was missing.</source>
            <translation>
                <numerusform>%n lavoro è senza clip: il file mancava.</numerusform>
                <numerusform>%n lavori sono senza clip: il file mancava.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n job(s) run on; they are followed when {name} is opened again.</source>
            <translation>
                <numerusform>%n lavoro continua; verrà seguito quando {name} sarà riaperta.</numerusform>
                <numerusform>%n lavori continuano; verranno seguiti quando {name} sarà riaperta.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n job(s) wait in {name} and are not sent.</source>
            <translation>
                <numerusform>%n lavoro aspetta in {name} e non viene inviato.</numerusform>
                <numerusform>%n lavori aspettano in {name} e non vengono inviati.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n job(s) waited there and are held: nothing is sent.</source>
            <translation>
                <numerusform>%n lavoro aspettava là ed è trattenuto: non viene inviato nulla.</numerusform>
                <numerusform>%n lavori aspettavano là e sono trattenuti: non viene inviato nulla.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were here already</source>
            <translation>
                <numerusform>%n era già qui</numerusform>
                <numerusform>%n erano già qui</numerusform>
            </translation>
        </message>
        <message>
            <source>A library that gives way to it is kept beside it.</source>
            <translation>La libreria che gli lascia il posto viene conservata accanto.</translation>
        </message>
        <message>
            <source>Another folder…</source>
            <translation>Un’altra cartella…</translation>
        </message>
        <message>
            <source>Back up: a folder for it, or that of an earlier backup</source>
            <translation>Backup: una cartella per esso, o quella di un backup precedente</translation>
        </message>
        <message>
            <source>Back up…</source>
            <translation>Esegui backup…</translation>
        </message>
        <message numerus="yes">
            <source>Backed up: %n file(s) were new.</source>
            <translation>
                <numerusform>Backup fatto: %n file nuovo.</numerusform>
                <numerusform>Backup fatto: %n file nuovi.</numerusform>
            </translation>
        </message>
        <message>
            <source>Backing up {name}</source>
            <translation>Backup di {name}</translation>
        </message>
        <message>
            <source>Backup of {name}, made on {date}</source>
            <translation>Backup di {name}, fatto il {date}</translation>
        </message>
        <message>
            <source>Bring them into the library</source>
            <translation>Portale nella libreria</translation>
        </message>
        <message>
            <source>Checking the copy</source>
            <translation>Verifica della copia</translation>
        </message>
        <message>
            <source>Clearing the old place</source>
            <translation>Pulizia della vecchia posizione</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Chiudi</translation>
        </message>
        <message>
            <source>Copying</source>
            <translation>Copia</translation>
        </message>
        <message>
            <source>Give it up</source>
            <translation>Rinuncia</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continua</translation>
        </message>
        <message>
            <source>Import: another library, or a folder of clips</source>
            <translation>Importa: un’altra libreria, o una cartella di clip</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>Importazione conclusa</translation>
        </message>
        <message>
            <source>Importing</source>
            <translation>Importazione</translation>
        </message>
        <message>
            <source>Importing {name}</source>
            <translation>Importazione di {name}</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importa…</translation>
        </message>
        <message>
            <source>In the place of this library</source>
            <translation>Al posto di questa libreria</translation>
        </message>
        <message>
            <source>Into another folder…</source>
            <translation>In un’altra cartella…</translation>
        </message>
        <message>
            <source>It is on the same drive as the clips, and would be lost with it.</source>
            <translation>È sullo stesso disco delle clip, e andrebbe perso insieme.</translation>
        </message>
        <message>
            <source>It is open in: {owner}.</source>
            <translation>È aperta in: {owner}.</translation>
        </message>
        <message>
            <source>It was being copied to {place}. Everything is still where it was.</source>
            <translation>La si stava copiando in {place}. Tutto è ancora dov’era.</translation>
        </message>
        <message>
            <source>Looking at the files</source>
            <translation>Esame dei file</translation>
        </message>
        <message>
            <source>Make a portable library</source>
            <translation>Crea una libreria portatile</translation>
        </message>
        <message>
            <source>Making {name}</source>
            <translation>Creazione di {name}</translation>
        </message>
        <message>
            <source>More…</source>
            <translation>Altro…</translation>
        </message>
        <message>
            <source>Move clips to another drive…</source>
            <translation>Sposta le clip su un altro disco…</translation>
        </message>
        <message>
            <source>Move library…</source>
            <translation>Sposta libreria…</translation>
        </message>
        <message>
            <source>Move the clips: the folder in which they are to be</source>
            <translation>Sposta le clip: la cartella in cui devono stare</translation>
        </message>
        <message>
            <source>Move the library: the folder in which it is to be</source>
            <translation>Sposta la libreria: la cartella in cui deve stare</translation>
        </message>
        <message>
            <source>Moving the clips</source>
            <translation>Spostamento delle clip</translation>
        </message>
        <message>
            <source>Moving the library</source>
            <translation>Spostamento della libreria</translation>
        </message>
        <message>
            <source>New library: an empty folder</source>
            <translation>Nuova libreria: una cartella vuota</translation>
        </message>
        <message>
            <source>New library…</source>
            <translation>Nuova libreria…</translation>
        </message>
        <message>
            <source>Not read: {names}</source>
            <translation>Non letti: {names}</translation>
        </message>
        <message>
            <source>Nothing is sent by it: jobs that waited in it are held until you say so.</source>
            <translation>Non viene inviato nulla: i lavori in attesa sono trattenuti finché non lo dici tu.</translation>
        </message>
        <message>
            <source>Nothing is sent by it: jobs that waited in the backup are held.</source>
            <translation>Non viene inviato nulla: i lavori in attesa nel backup sono trattenuti.</translation>
        </message>
        <message>
            <source>Open a library: the folder in which rushes.db lies</source>
            <translation>Apri una libreria: la cartella in cui si trova rushes.db</translation>
        </message>
        <message>
            <source>Open library…</source>
            <translation>Apri libreria…</translation>
        </message>
        <message>
            <source>Opening {name}</source>
            <translation>Apertura di {name}</translation>
        </message>
        <message>
            <source>Putting everything back</source>
            <translation>Ripristino della situazione precedente</translation>
        </message>
        <message>
            <source>Reading the clips</source>
            <translation>Lettura delle clip</translation>
        </message>
        <message>
            <source>Restore a backup…</source>
            <translation>Ripristina un backup…</translation>
        </message>
        <message>
            <source>Restore: an empty folder</source>
            <translation>Ripristina: una cartella vuota</translation>
        </message>
        <message>
            <source>Restore: the folder that a backup was made in</source>
            <translation>Ripristina: la cartella in cui è stato fatto il backup</translation>
        </message>
        <message>
            <source>Restoring {name}</source>
            <translation>Ripristino di {name}</translation>
        </message>
        <message>
            <source>Saving</source>
            <translation>Salvataggio</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>Mostra cartella</translation>
        </message>
        <message>
            <source>Show library folder</source>
            <translation>Mostra la cartella della libreria</translation>
        </message>
        <message>
            <source>Something else goes on still: {title}.</source>
            <translation>È ancora in corso altro: {title}.</translation>
        </message>
        <message>
            <source>Switching over</source>
            <translation>Passaggio alla nuova posizione</translation>
        </message>
        <message>
            <source>The backup is restored to {place}.</source>
            <translation>Il backup è ripristinato in {place}.</translation>
        </message>
        <message>
            <source>The backup was not restored.</source>
            <translation>Il backup non è stato ripristinato.</translation>
        </message>
        <message>
            <source>The clips are in {place} now.</source>
            <translation>Ora le clip sono in {place}.</translation>
        </message>
        <message>
            <source>The clips were not moved.</source>
            <translation>Le clip non sono state spostate.</translation>
        </message>
        <message>
            <source>The demo has a library of its own.</source>
            <translation>La demo ha una libreria propria.</translation>
        </message>
        <message>
            <source>The library is in {place} now.</source>
            <translation>Ora la libreria è in {place}.</translation>
        </message>
        <message>
            <source>The library was not backed up.</source>
            <translation>Il backup della libreria non è stato fatto.</translation>
        </message>
        <message>
            <source>The library was not moved.</source>
            <translation>La libreria non è stata spostata.</translation>
        </message>
        <message>
            <source>The model of {name} is not here.</source>
            <translation>Il modello di {name} non è disponibile.</translation>
        </message>
        <message>
            <source>The move was not finished</source>
            <translation>Lo spostamento non è finito</translation>
        </message>
        <message>
            <source>The settings of {name} are in Compose.</source>
            <translation>Le impostazioni di {name} sono in Componi.</translation>
        </message>
        <message>
            <source>They lie outside of the library’s folder.</source>
            <translation>Si trovano fuori dalla cartella della libreria.</translation>
        </message>
        <message>
            <source>To {place}. Everything stays where it is until the copy is proven. Jobs at the service go on.</source>
            <translation>In {place}. Tutto resta dov’è finché la copia non è verificata. I lavori presso il servizio continuano.</translation>
        </message>
        <message>
            <source>What is being sent is finished first. Jobs at the service go on.</source>
            <translation>Prima si conclude l’invio in corso. I lavori presso il servizio continuano.</translation>
        </message>
        <message>
            <source>Where are the clips to be?</source>
            <translation>Dove devono stare le clip?</translation>
        </message>
        <message>
            <source>Working</source>
            <translation>Lavoro in corso</translation>
        </message>
        <message>
            <source>stopped before the end</source>
            <translation>interrotta prima della fine</translation>
        </message>
        <message>
            <source>{name} does not say how it was made.</source>
            <translation>{name} non dice com’è stata fatta.</translation>
        </message>
        <message>
            <source>{name} was not imported.</source>
            <translation>{name} non è stata importata.</translation>
        </message>
        <message>
            <source>{name} was not opened.</source>
            <translation>{name} non è stata aperta.</translation>
        </message>
        <message>
            <source>{name} – not there</source>
            <translation>{name} – non trovata</translation>
        </message>
        <message>
            <source>{needed} are needed, {free} are free.</source>
            <translation>Servono {needed}, ne sono liberi {free}.</translation>
        </message>
        <message>
            <source>{step}: {done} of {total}</source>
            <translation>{step}: {done} di {total}</translation>
        </message>
    </context>
    <context>
        <name>LibraryButton</name>
        <message>
            <source>Library {name}</source>
            <translation>Libreria {name}</translation>
        </message>
    </context>
    <context>
        <name>LibraryNotice</name>
        <message>
            <source>Show it</source>
            <translation>Mostra</translation>
        </message>
        <message>
            <source>Show the old file</source>
            <translation>Mostra il vecchio file</translation>
        </message>
        <message>
            <source>Start Rushes again, and it is made anew.</source>
            <translation>Riavvia Rushes e verrà ricostruito.</translation>
        </message>
        <message>
            <source>The library’s database was damaged. Rushes made it again from what was readable, the receipts and the clips: {jobs} takes are here. The old file is kept.</source>
            <translation>Il database della libreria era danneggiato. Rushes lo ha ricostruito da ciò che era leggibile, dalle ricevute e dalle clip: le riprese presenti sono {jobs}. Il vecchio file è conservato.</translation>
        </message>
        <message>
            <source>The marks of {takes} takes are as the last backup had them, or were lost.</source>
            <translation>I segni di {takes} riprese sono quelli dell’ultimo backup, o sono andati persi.</translation>
        </message>
        <message>
            <source>This library is an older copy, or comes from another computer. Nothing in it is sent until you say so; what the service has is followed.</source>
            <translation>Questa libreria è una copia più vecchia o viene da un altro computer. Non viene inviato nulla finché non lo dici tu; ciò che il servizio ha già viene seguito.</translation>
        </message>
        <message>
            <source>{jobs} of them wait for your word.</source>
            <translation>Di queste, {jobs} aspettano una tua decisione.</translation>
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
        <name>Locating</name>
        <message>
            <source>That file is another one, and none beside it is the missing clip.</source>
            <translation>Quel file è un altro, e nessuno lì accanto è la clip mancante.</translation>
        </message>
        <message>
            <source>The clip is back in the library.</source>
            <translation>La clip è di nuovo nella libreria.</translation>
        </message>
        <message>
            <source>Where is the clip now?</source>
            <translation>Dov’è ora la clip?</translation>
        </message>
        <message>
            <source>{found} of {wanted} clips are back in the library.</source>
            <translation>{found} clip su {wanted} sono di nuovo nella libreria.</translation>
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
            <source>Details</source>
            <translation>Dettagli</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Cronologia</translation>
        </message>
    </context>
    <context>
        <name>MarkEditors</name>
        <message>
            <source>1 take</source>
            <translation>1 ripresa</translation>
        </message>
        <message>
            <source>Of more than {count} takes the tags that they have are not listed.</source>
            <translation>Per più di {count} riprese i tag che hanno non vengono elencati.</translation>
        </message>
        <message>
            <source>Only a clip that is shown can have a good range.</source>
            <translation>Solo una clip mostrata può avere un intervallo buono.</translation>
        </message>
        <message>
            <source>Tags {tags}</source>
            <translation>Tag {tags}</translation>
        </message>
        <message>
            <source>{count} takes</source>
            <translation>{count} riprese</translation>
        </message>
    </context>
    <context>
        <name>MarkRow</name>
        <message>
            <source>Delete removes it</source>
            <translation>Canc lo rimuove</translation>
        </message>
        <message>
            <source>Edit note</source>
            <translation>Modifica la nota</translation>
        </message>
        <message>
            <source>Edit note…</source>
            <translation>Modifica la nota…</translation>
        </message>
        <message>
            <source>F2 edits it, Delete removes it</source>
            <translation>F2 la modifica, Canc la rimuove</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>Vai lì</translation>
        </message>
        <message>
            <source>Good range</source>
            <translation>Intervallo buono</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Rimuovi</translation>
        </message>
        <message>
            <source>Take</source>
            <translation>Ripresa</translation>
        </message>
    </context>
    <context>
        <name>MarkToast</name>
        <message>
            <source>Redo</source>
            <translation>Ripeti</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annulla</translation>
        </message>
    </context>
    <context>
        <name>Marking</name>
        <message>
            <source>1 take</source>
            <translation>1 ripresa</translation>
        </message>
        <message>
            <source>Taken back: {mark}</source>
            <translation>Annullato: {mark}</translation>
        </message>
        <message>
            <source>{count} takes</source>
            <translation>{count} riprese</translation>
        </message>
    </context>
    <context>
        <name>Marks</name>
        <message>
            <source>1 note</source>
            <translation>1 nota</translation>
        </message>
        <message>
            <source>1 star</source>
            <translation>1 stella</translation>
        </message>
        <message>
            <source>Good {frames}</source>
            <translation>Buono {frames}</translation>
        </message>
        <message>
            <source>Label {number}, {colour}</source>
            <translation>Etichetta {number}, {colour}</translation>
        </message>
        <message>
            <source>Moved to Trash</source>
            <translation>Spostata nel Cestino</translation>
        </message>
        <message>
            <source>No good range</source>
            <translation>Nessun intervallo buono</translation>
        </message>
        <message>
            <source>No label</source>
            <translation>Nessuna etichetta</translation>
        </message>
        <message>
            <source>No stars</source>
            <translation>Nessuna stella</translation>
        </message>
        <message>
            <source>Note on frame {number}</source>
            <translation>Nota sul fotogramma {number}</translation>
        </message>
        <message>
            <source>Note on frame {number} taken off</source>
            <translation>Nota sul fotogramma {number} tolta</translation>
        </message>
        <message>
            <source>Note on the take</source>
            <translation>Nota sulla ripresa</translation>
        </message>
        <message>
            <source>Note taken off</source>
            <translation>Nota tolta</translation>
        </message>
        <message>
            <source>Out of Trash</source>
            <translation>Tolta dal Cestino</translation>
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
            <source>Tag “{tag}”</source>
            <translation>Tag “{tag}”</translation>
        </message>
        <message>
            <source>Tag “{tag}” taken off</source>
            <translation>Tag “{tag}” tolto</translation>
        </message>
        <message>
            <source>Tags: {tags}</source>
            <translation>Tag: {tags}</translation>
        </message>
        <message>
            <source>Unmarked</source>
            <translation>Non segnata</translation>
        </message>
        <message>
            <source>blue</source>
            <translation>blu</translation>
        </message>
        <message>
            <source>green</source>
            <translation>verde</translation>
        </message>
        <message>
            <source>red</source>
            <translation>rossa</translation>
        </message>
        <message>
            <source>yellow</source>
            <translation>gialla</translation>
        </message>
        <message>
            <source>{count} notes</source>
            <translation>{count} note</translation>
        </message>
        <message>
            <source>{count} stars</source>
            <translation>{count} stelle</translation>
        </message>
    </context>
    <context>
        <name>MarksRow</name>
        <message>
            <source>Pick or reject</source>
            <translation>Scelta o scarto</translation>
        </message>
        <message>
            <source>Stars</source>
            <translation>Stelle</translation>
        </message>
        <message>
            <source>{count} of {most}</source>
            <translation>{count} di {most}</translation>
        </message>
    </context>
    <context>
        <name>MarksSection</name>
        <message>
            <source>%1 undoes</source>
            <translation>%1 annulla</translation>
        </message>
        <message>
            <source>Marks</source>
            <translation>Voti</translation>
        </message>
        <message>
            <source>They differ in: %1.</source>
            <translation>Differiscono in: %1.</translation>
        </message>
        <message>
            <source>labels</source>
            <translation>etichette</translation>
        </message>
        <message>
            <source>pick and reject</source>
            <translation>scelta e scarto</translation>
        </message>
        <message>
            <source>stars</source>
            <translation>stelle</translation>
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
            <source>Compare takes</source>
            <translation>Confronta le riprese</translation>
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
            <source>Details</source>
            <translation>Dettagli</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Modifica</translation>
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
            <source>Good range</source>
            <translation>Intervallo buono</translation>
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
            <source>History</source>
            <translation>Cronologia</translation>
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
            <source>Next after a mark</source>
            <translation>Avanti dopo un voto</translation>
        </message>
        <message>
            <source>Normal text</source>
            <translation>Testo normale</translation>
        </message>
        <message>
            <source>Note…</source>
            <translation>Nota…</translation>
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
            <source>Redo</source>
            <translation>Ripeti</translation>
        </message>
        <message>
            <source>Redo {mark}</source>
            <translation>Ripeti: {mark}</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Rivedi</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>Impostazioni…</translation>
        </message>
        <message>
            <source>Show file</source>
            <translation>Mostra file</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Testo più piccolo</translation>
        </message>
        <message>
            <source>Tags…</source>
            <translation>Tag…</translation>
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
            <source>Trash</source>
            <translation>Cestino</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annulla</translation>
        </message>
        <message>
            <source>Undo {mark}</source>
            <translation>Annulla: {mark}</translation>
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
        <message>
            <source>Open Settings</source>
            <translation>Apri Impostazioni</translation>
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
        <name>NamePopup</name>
        <message>
            <source>Name</source>
            <translation>Nome</translation>
        </message>
    </context>
    <context>
        <name>NoTrashSheet</name>
        <message>
            <source>Delete for good</source>
            <translation>Elimina per sempre</translation>
        </message>
        <message>
            <source>Deleted files cannot be brought back by any program.</source>
            <translation>I file eliminati non si possono recuperare con nessun programma.</translation>
        </message>
        <message>
            <source>Keep in Trash</source>
            <translation>Tieni nel Cestino</translation>
        </message>
        <message>
            <source>On this drive the system has no trash, or it takes no more.</source>
            <translation>Su questa unità il sistema non ha un cestino, o non accetta altro.</translation>
        </message>
        <message>
            <source>Some files could not go to the system’s trash.</source>
            <translation>Alcuni file non sono potuti andare nel cestino del sistema.</translation>
        </message>
        <message>
            <source>The system’s trash took no files</source>
            <translation>Il cestino del sistema non ha accettato file</translation>
        </message>
        <message>
            <source>They stay in the trash of Rushes, and nothing of them is lost.</source>
            <translation>Restano nel Cestino di Rushes, e non va perso nulla.</translation>
        </message>
    </context>
    <context>
        <name>NotePopup</name>
        <message>
            <source>Frame {number}</source>
            <translation>Fotogramma {number}</translation>
        </message>
        <message>
            <source>Note on each take</source>
            <translation>Nota su ogni ripresa</translation>
        </message>
        <message>
            <source>Note on frame {number}</source>
            <translation>Nota sul fotogramma {number}</translation>
        </message>
        <message>
            <source>Note on the take</source>
            <translation>Nota sulla ripresa</translation>
        </message>
        <message>
            <source>The takes have different notes. What you write replaces them.</source>
            <translation>Le riprese hanno note diverse. Quello che scrivi le sostituisce.</translation>
        </message>
        <message>
            <source>Where the note is</source>
            <translation>Dove sta la nota</translation>
        </message>
        <message>
            <source>Whole take</source>
            <translation>Tutta la ripresa</translation>
        </message>
        <message>
            <source>Write a note</source>
            <translation>Scrivi una nota</translation>
        </message>
        <message>
            <source>{key} keeps it, Esc leaves it as it was</source>
            <translation>{key} la tiene, Esc la lascia com’era</translation>
        </message>
        <message>
            <source>{key} removes it, Esc leaves it as it was</source>
            <translation>{key} la rimuove, Esc la lascia com’era</translation>
        </message>
    </context>
    <context>
        <name>NotesSection</name>
        <message>
            <source>Ranges and notes</source>
            <translation>Intervalli e note</translation>
        </message>
    </context>
    <context>
        <name>NumberEntry</name>
        <message>
            <source>Frame number, %1</source>
            <translation>Numero del fotogramma, %1</translation>
        </message>
        <message>
            <source>No such timecode</source>
            <translation>Timecode inesistente</translation>
        </message>
        <message>
            <source>Not a frame</source>
            <translation>Non è un fotogramma</translation>
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
            <source>Changing {count} takes of {shot}, which wait</source>
            <translation>Modifica di {count} riprese di {shot}, in attesa</translation>
        </message>
        <message>
            <source>Changing {shot}, take {take}, which waits</source>
            <translation>Modifica di {shot}, ripresa {take}, in attesa</translation>
        </message>
        <message>
            <source>Leave as it was</source>
            <translation>Lascia com’era</translation>
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
        <name>PictureControls</name>
        <message>
            <source>Bring the picture back</source>
            <translation>Riporta qui l’immagine</translation>
        </message>
        <message>
            <source>On a second screen</source>
            <translation>Su un secondo schermo</translation>
        </message>
    </context>
    <context>
        <name>PictureMenu</name>
        <message>
            <source>Black</source>
            <translation>Nero</translation>
        </message>
        <message>
            <source>Checker</source>
            <translation>Scacchi</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Scuro</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>Schermo intero</translation>
        </message>
        <message>
            <source>Grey</source>
            <translation>Grigio</translation>
        </message>
        <message>
            <source>Information</source>
            <translation>Informazioni</translation>
        </message>
        <message>
            <source>Next surround</source>
            <translation>Sfondo successivo</translation>
        </message>
        <message>
            <source>On a second screen</source>
            <translation>Su un secondo schermo</translation>
        </message>
        <message>
            <source>Pixel grid</source>
            <translation>Griglia dei pixel</translation>
        </message>
        <message>
            <source>Surround</source>
            <translation>Attorno all’immagine</translation>
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
            <source>Timecode, seconds or frames; the number goes to a frame</source>
            <translation>Timecode, secondi o fotogrammi; il numero porta a un fotogramma</translation>
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
            <source>{title} must be a picture (PNG, JPEG or WebP).</source>
            <translation>{title} dev’essere un’immagine (PNG, JPEG o WebP).</translation>
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
        <message>
            <source>{title}: files of this computer may come to {most} MiB in all.</source>
            <translation>{title}: i file di questo computer possono arrivare a {most} MiB in tutto.</translation>
        </message>
        <message>
            <source>{title}: its file is not there any more.</source>
            <translation>{title}: il file non c’è più.</translation>
        </message>
    </context>
    <context>
        <name>ProgressBar</name>
        <message>
            <source>Cancel</source>
            <translation>Annulla</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} di {total}</translation>
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
        <name>PromptView</name>
        <message>
            <source>Prompt</source>
            <translation>Prompt</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Mostra tutto</translation>
        </message>
        <message>
            <source>Show less</source>
            <translation>Mostra meno</translation>
        </message>
    </context>
    <context>
        <name>QueryProblem</name>
        <message>
            <source>A minus stands right before what is to be left out.</source>
            <translation>Il meno sta subito davanti a ciò che va escluso.</translation>
        </message>
        <message>
            <source>Did you mean “{suggestion}”?</source>
            <translation>Intendevi “{suggestion}”?</translation>
        </message>
        <message>
            <source>Leave one of them out.</source>
            <translation>Togline uno.</translation>
        </message>
        <message>
            <source>Leave the sign out.</source>
            <translation>Togli il segno.</translation>
        </message>
        <message>
            <source>OR stands between two things.</source>
            <translation>OR sta fra due cose.</translation>
        </message>
        <message>
            <source>Put it in quotes to look for it as words.</source>
            <translation>Mettilo tra virgolette per cercarlo come parole.</translation>
        </message>
        <message>
            <source>Stars go from 0 to 5.</source>
            <translation>Le stelle vanno da 0 a 5.</translation>
        </message>
        <message>
            <source>There is no field “{text}”.</source>
            <translation>Non c’è un campo “{text}”.</translation>
        </message>
        <message>
            <source>There is nothing between the parentheses.</source>
            <translation>Tra le parentesi non c’è niente.</translation>
        </message>
        <message>
            <source>There is nothing between the quotes.</source>
            <translation>Tra le virgolette non c’è niente.</translation>
        </message>
        <message>
            <source>This query is too long.</source>
            <translation>Questa ricerca è troppo lunga.</translation>
        </message>
        <message>
            <source>Too many parentheses stand inside of one another.</source>
            <translation>Troppe parentesi una dentro l’altra.</translation>
        </message>
        <message>
            <source>Turn it around.</source>
            <translation>Scambia i due valori.</translation>
        </message>
        <message>
            <source>Write 16:9, landscape, portrait or square.</source>
            <translation>Scrivi 16:9, orizzontale, verticale o quadrato.</translation>
        </message>
        <message>
            <source>Write 2026, 2026-11, 2026-11-22, today, last-week or 7d.</source>
            <translation>Scrivi 2026, 2026-11, 2026-11-22, oggi, settimana-scorsa o 7d.</translation>
        </message>
        <message>
            <source>Write 720p, 4k or 1280x720.</source>
            <translation>Scrivi 720p, 4k o 1280x720.</translation>
        </message>
        <message>
            <source>Write a number, one with a sign as in &gt;=3, or 24..48.</source>
            <translation>Scrivi un numero, uno con un segno come &gt;=3, o 24..48.</translation>
        </message>
        <message>
            <source>Write pick, reject, unseen, ready or trashed.</source>
            <translation>Scrivi pick, reject, unseen, ready o trashed.</translation>
        </message>
        <message>
            <source>Write ready, failed, waiting, running or unknown.</source>
            <translation>Scrivi ready, failed, waiting, running o unknown.</translation>
        </message>
        <message>
            <source>Write red, yellow, green or blue.</source>
            <translation>Scrivi rosso, giallo, verde o blu.</translation>
        </message>
        <message>
            <source>Write “or” to look for the word.</source>
            <translation>Scrivi “or” per cercare la parola.</translation>
        </message>
        <message>
            <source>“{field}” cannot be more or less than something.</source>
            <translation>“{field}” non può essere più o meno di qualcosa.</translation>
        </message>
        <message>
            <source>“{field}” needs a value behind its colon.</source>
            <translation>“{field}” vuole un valore dopo i due punti.</translation>
        </message>
        <message>
            <source>“{text}” ends before it begins.</source>
            <translation>“{text}” finisce prima di cominciare.</translation>
        </message>
        <message>
            <source>“{text}” has a sign and a range at once.</source>
            <translation>“{text}” ha insieme un segno e un intervallo.</translation>
        </message>
        <message>
            <source>“{text}” is no rating.</source>
            <translation>“{text}” non è un voto.</translation>
        </message>
        <message>
            <source>“{text}” is not a date.</source>
            <translation>“{text}” non è una data.</translation>
        </message>
        <message>
            <source>“{text}” is not a label.</source>
            <translation>“{text}” non è un’etichetta colore.</translation>
        </message>
        <message>
            <source>“{text}” is not a number.</source>
            <translation>“{text}” non è un numero.</translation>
        </message>
        <message>
            <source>“{text}” is not a resolution.</source>
            <translation>“{text}” non è una risoluzione.</translation>
        </message>
        <message>
            <source>“{text}” is not a state.</source>
            <translation>“{text}” non è uno stato.</translation>
        </message>
        <message>
            <source>“{text}” is not an aspect ratio.</source>
            <translation>“{text}” non è un formato.</translation>
        </message>
        <message>
            <source>“{text}” is nothing that a take can be.</source>
            <translation>Una ripresa non può essere “{text}”.</translation>
        </message>
        <message>
            <source>“{text}” is too large a number.</source>
            <translation>“{text}” è un numero troppo grande.</translation>
        </message>
    </context>
    <context>
        <name>QueryWords</name>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>; </source>
            <translation>; </translation>
        </message>
        <message>
            <source>album</source>
            <translation>album</translation>
        </message>
        <message>
            <source>all takes</source>
            <translation>tutte le riprese</translation>
        </message>
        <message>
            <source>aspect ratio</source>
            <translation>formato</translation>
        </message>
        <message>
            <source>blue</source>
            <translation>blu</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>annullate</translation>
        </message>
        <message>
            <source>cost</source>
            <translation>costo</translation>
        </message>
        <message>
            <source>downloading</source>
            <translation>in arrivo</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>bozza</translation>
        </message>
        <message>
            <source>expired</source>
            <translation>scadute</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fallite</translation>
        </message>
        <message>
            <source>file changed</source>
            <translation>file cambiato</translation>
        </message>
        <message>
            <source>file missing</source>
            <translation>file mancante</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>finite</translation>
        </message>
        <message>
            <source>frames</source>
            <translation>fotogrammi</translation>
        </message>
        <message>
            <source>frames per second</source>
            <translation>fotogrammi al secondo</translation>
        </message>
        <message>
            <source>green</source>
            <translation>verde</translation>
        </message>
        <message>
            <source>held</source>
            <translation>trattenute</translation>
        </message>
        <message>
            <source>in progress</source>
            <translation>in corso</translation>
        </message>
        <message>
            <source>in the queue</source>
            <translation>in coda</translation>
        </message>
        <message>
            <source>in the trash</source>
            <translation>nel Cestino</translation>
        </message>
        <message>
            <source>job</source>
            <translation>lavoro</translation>
        </message>
        <message>
            <source>label</source>
            <translation>etichetta</translation>
        </message>
        <message>
            <source>labelled</source>
            <translation>con etichetta</translation>
        </message>
        <message>
            <source>landscape</source>
            <translation>orizzontale</translation>
        </message>
        <message>
            <source>made before {value}</source>
            <translation>fatte prima del {value}</translation>
        </message>
        <message>
            <source>made from {low} to {high}</source>
            <translation>fatte dal {low} al {high}</translation>
        </message>
        <message>
            <source>made on {value}</source>
            <translation>fatte il {value}</translation>
        </message>
        <message>
            <source>made since {value}</source>
            <translation>fatte dal {value}</translation>
        </message>
        <message>
            <source>marked</source>
            <translation>segnate</translation>
        </message>
        <message>
            <source>model</source>
            <translation>modello</translation>
        </message>
        <message>
            <source>needs you</source>
            <translation>aspetta te</translation>
        </message>
        <message>
            <source>neither pick nor reject</source>
            <translation>né scelte né scartate</translation>
        </message>
        <message>
            <source>not {value}</source>
            <translation>non {value}</translation>
        </message>
        <message>
            <source>note</source>
            <translation>nota</translation>
        </message>
        <message>
            <source>notes with {value}</source>
            <translation>note con {value}</translation>
        </message>
        <message>
            <source>outcome unknown</source>
            <translation>esito ignoto</translation>
        </message>
        <message>
            <source>picks</source>
            <translation>scelte</translation>
        </message>
        <message>
            <source>portrait</source>
            <translation>verticale</translation>
        </message>
        <message>
            <source>prompt with {value}</source>
            <translation>prompt con {value}</translation>
        </message>
        <message>
            <source>rated</source>
            <translation>con voto</translation>
        </message>
        <message>
            <source>rating</source>
            <translation>voto</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>pronte</translation>
        </message>
        <message>
            <source>red</source>
            <translation>rosso</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>rifiutate</translation>
        </message>
        <message>
            <source>rejects</source>
            <translation>scartate</translation>
        </message>
        <message>
            <source>remixes</source>
            <translation>remix</translation>
        </message>
        <message>
            <source>resolution</source>
            <translation>risoluzione</translation>
        </message>
        <message>
            <source>running</source>
            <translation>in lavorazione</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>secondi</translation>
        </message>
        <message>
            <source>seed</source>
            <translation>seed</translation>
        </message>
        <message>
            <source>seen</source>
            <translation>viste</translation>
        </message>
        <message>
            <source>sending</source>
            <translation>in invio</translation>
        </message>
        <message>
            <source>shot</source>
            <translation>inquadratura</translation>
        </message>
        <message>
            <source>square</source>
            <translation>quadrato</translation>
        </message>
        <message>
            <source>tag</source>
            <translation>tag</translation>
        </message>
        <message>
            <source>take</source>
            <translation>ripresa</translation>
        </message>
        <message>
            <source>unseen</source>
            <translation>da vedere</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>in attesa</translation>
        </message>
        <message>
            <source>with good ranges</source>
            <translation>con tratti buoni</translation>
        </message>
        <message>
            <source>with notes</source>
            <translation>con note</translation>
        </message>
        <message>
            <source>with tags</source>
            <translation>con tag</translation>
        </message>
        <message>
            <source>with {field}</source>
            <translation>con {field}</translation>
        </message>
        <message>
            <source>without words {value}</source>
            <translation>senza parole {value}</translation>
        </message>
        <message>
            <source>without {field}</source>
            <translation>senza {field}</translation>
        </message>
        <message>
            <source>words {value}</source>
            <translation>parole {value}</translation>
        </message>
        <message>
            <source>yellow</source>
            <translation>giallo</translation>
        </message>
        <message>
            <source>{field} above {value}</source>
            <translation>{field} oltre {value}</translation>
        </message>
        <message>
            <source>{field} below {value}</source>
            <translation>{field} sotto {value}</translation>
        </message>
        <message>
            <source>{field} with {value}</source>
            <translation>{field} con {value}</translation>
        </message>
        <message>
            <source>{field} {low} to {high}</source>
            <translation>{field} da {low} a {high}</translation>
        </message>
        <message>
            <source>{field} {value}</source>
            <translation>{field} {value}</translation>
        </message>
        <message>
            <source>{field} {value} or less</source>
            <translation>{field} {value} o meno</translation>
        </message>
        <message>
            <source>{field} {value} or more</source>
            <translation>{field} {value} o più</translation>
        </message>
        <message>
            <source>{field} {value}…</source>
            <translation>{field} {value}…</translation>
        </message>
        <message>
            <source>{value}</source>
            <translation>{value}</translation>
        </message>
        <message>
            <source>{value} or {other}</source>
            <translation>{value} o {other}</translation>
        </message>
    </context>
    <context>
        <name>RangesAndNotes</name>
        <message>
            <source>1 frame</source>
            <translation>1 fotogramma</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>Buono</translation>
        </message>
        <message>
            <source>None yet. {good} marks In to Out as good, {note} writes a note.</source>
            <translation>Ancora niente. {good} segna come buono da In a Out, {note} scrive una nota.</translation>
        </message>
        <message>
            <source>Ranges and notes</source>
            <translation>Intervalli e note</translation>
        </message>
        <message>
            <source>{count} frames</source>
            <translation>{count} fotogrammi</translation>
        </message>
    </context>
    <context>
        <name>Repeatability</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Magic Prompt rewrites the prompt</source>
            <translation>Magic Prompt riscrive il prompt</translation>
        </message>
        <message>
            <source>Not repeatable</source>
            <translation>Non ripetibile</translation>
        </message>
        <message>
            <source>Perhaps repeatable</source>
            <translation>Forse ripetibile</translation>
        </message>
        <message>
            <source>Repeatable</source>
            <translation>Ripetibile</translation>
        </message>
        <message>
            <source>its settings are not known</source>
            <translation>le impostazioni non sono note</translation>
        </message>
        <message>
            <source>no seed sent</source>
            <translation>nessun seed inviato</translation>
        </message>
        <message>
            <source>seed sent</source>
            <translation>seed inviato</translation>
        </message>
        <message>
            <source>seed sent, Magic Prompt off</source>
            <translation>seed inviato, senza Magic Prompt</translation>
        </message>
        <message>
            <source>seed sent, but the model is not known here</source>
            <translation>seed inviato, ma il modello non è noto qui</translation>
        </message>
        <message>
            <source>this model has no seed</source>
            <translation>questo modello non ha seed</translation>
        </message>
        <message>
            <source>this seed asks for a random one</source>
            <translation>questo seed ne chiede uno a caso</translation>
        </message>
        <message>
            <source>what lies at a link may change</source>
            <translation>ciò che sta a un link può cambiare</translation>
        </message>
    </context>
    <context>
        <name>RunningQuestion</name>
        <message>
            <source>1 of these {all} takes is still running and is paid for.</source>
            <translation>1 di queste {all} riprese è ancora in lavorazione ed è pagata.</translation>
        </message>
        <message>
            <source>1 of these {all} takes is still under way, and may be paid for.</source>
            <translation>1 di queste {all} riprese è ancora in corso e può essere già pagata.</translation>
        </message>
        <message>
            <source>1 of these {all} takes still waits to be sent.</source>
            <translation>1 di queste {all} riprese attende ancora l’invio.</translation>
        </message>
        <message>
            <source>Cancel and trash</source>
            <translation>Annulla e cestina</translation>
        </message>
        <message>
            <source>Cancel and trash {count}</source>
            <translation>Annulla e cestina {count}</translation>
        </message>
        <message>
            <source>It can be cancelled no longer. It is fetched, and lies in the trash.</source>
            <translation>Non si può più annullare. Viene scaricata e sta nel Cestino.</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Lasciala</translation>
        </message>
        <message>
            <source>Leave them</source>
            <translation>Lasciale</translation>
        </message>
        <message>
            <source>The service is asked to cancel what runs, and may say no. What is made all the same is fetched, and lies in the trash.</source>
            <translation>Al servizio si chiede di annullare ciò che è in corso, e può rifiutare. Ciò che viene fatto comunque è scaricato e sta nel Cestino.</translation>
        </message>
        <message>
            <source>This take is still running and is paid for.</source>
            <translation>Questa ripresa è ancora in lavorazione ed è pagata.</translation>
        </message>
        <message>
            <source>This take still waits to be sent.</source>
            <translation>Questa ripresa attende ancora l’invio.</translation>
        </message>
        <message>
            <source>This take waits for your answer, and may be paid for.</source>
            <translation>Questa ripresa attende una tua risposta e può essere già pagata.</translation>
        </message>
        <message>
            <source>Trash it all the same</source>
            <translation>Cestinala comunque</translation>
        </message>
        <message>
            <source>Trash the other one</source>
            <translation>Cestina l’altra</translation>
        </message>
        <message>
            <source>Trash the other {count}</source>
            <translation>Cestina le altre {count}</translation>
        </message>
        <message>
            <source>Trash {count} all the same</source>
            <translation>Cestinane comunque {count}</translation>
        </message>
        <message>
            <source>What waits for your answer goes on waiting in the trash.</source>
            <translation>Ciò che attende una tua risposta continua ad attenderla nel Cestino.</translation>
        </message>
        <message>
            <source>What waits here is surely not charged when it is cancelled.</source>
            <translation>Ciò che attende qui, se annullato, di sicuro non viene addebitato.</translation>
        </message>
        <message>
            <source>{count} of these {all} takes are still running and are paid for.</source>
            <translation>{count} di queste {all} riprese sono ancora in lavorazione e sono pagate.</translation>
        </message>
        <message>
            <source>{count} of these {all} takes are still under way; some are paid for.</source>
            <translation>{count} di queste {all} riprese sono ancora in corso; alcune sono pagate.</translation>
        </message>
        <message>
            <source>{count} of these {all} takes still wait to be sent.</source>
            <translation>{count} di queste {all} riprese attendono ancora l’invio.</translation>
        </message>
    </context>
    <context>
        <name>SameSection</name>
        <message numerus="yes">
            <source>%n input(s)</source>
            <translation>
                <numerusform>%n valore</numerusform>
                <numerusform>%n valori</numerusform>
            </translation>
        </message>
        <message>
            <source>Same in %1: %2</source>
            <translation>Uguali in %1: %2</translation>
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
        <name>Search</name>
        <message>
            <source>1 take</source>
            <translation>1 ripresa</translation>
        </message>
        <message>
            <source>not {part}</source>
            <translation>non {part}</translation>
        </message>
        <message>
            <source>{count} takes</source>
            <translation>{count} riprese</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Clear the search</source>
            <translation>Azzera la ricerca</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Cerca</translation>
        </message>
        <message>
            <source>Search prompts</source>
            <translation>Cerca nei prompt</translation>
        </message>
        <message>
            <source>Search prompts, tags, notes</source>
            <translation>Cerca in prompt, tag e note</translation>
        </message>
        <message>
            <source>What can be searched by</source>
            <translation>Per che cosa si può cercare</translation>
        </message>
        <message>
            <source>Words, and fields such as rating:&gt;=3. Ctrl+Space tells all fields.</source>
            <translation>Parole, e campi come rating:&gt;=3. Ctrl+Spazio li elenca tutti.</translation>
        </message>
    </context>
    <context>
        <name>SearchOffers</name>
        <message>
            <source>16:9, portrait, square</source>
            <translation>16:9, portrait, square</translation>
        </message>
        <message>
            <source>720p, 1280x720, &gt;=720</source>
            <translation>720p, 1280x720, &gt;=720</translation>
        </message>
        <message>
            <source>an input of the model</source>
            <translation>un dato di ingresso del modello</translation>
        </message>
        <message>
            <source>colour label: red, yellow, green, blue</source>
            <translation>colore: red, yellow, green, blue</translation>
        </message>
        <message>
            <source>field {name}: {meaning}</source>
            <translation>campo {name}: {meaning}</translation>
        </message>
        <message>
            <source>frames a second</source>
            <translation>fotogrammi al secondo</translation>
        </message>
        <message>
            <source>how many frames: 97, &gt;80</source>
            <translation>quanti fotogrammi: 97, &gt;80</translation>
        </message>
        <message>
            <source>id of a take, or its beginning</source>
            <translation>id di una ripresa, o il suo inizio</translation>
        </message>
        <message>
            <source>length in seconds: &gt;5</source>
            <translation>durata in secondi: &gt;5</translation>
        </message>
        <message>
            <source>model’s name, or a part of it</source>
            <translation>nome del modello, o una sua parte</translation>
        </message>
        <message>
            <source>number of the take in its shot</source>
            <translation>numero della ripresa nell’inquadratura</translation>
        </message>
        <message>
            <source>pick, reject, unseen, ready, trashed …</source>
            <translation>pick, reject, unseen, ready, trashed …</translation>
        </message>
        <message>
            <source>seed’s number</source>
            <translation>numero del seme</translation>
        </message>
        <message>
            <source>stars: 4, &gt;=3, 2..4</source>
            <translation>stelle: 4, &gt;=3, 2..4</translation>
        </message>
        <message>
            <source>state of the job</source>
            <translation>stato del lavoro</translation>
        </message>
        <message>
            <source>takes of an album</source>
            <translation>riprese di un album</translation>
        </message>
        <message>
            <source>takes of one shot</source>
            <translation>riprese di un’inquadratura</translation>
        </message>
        <message>
            <source>what a take is tagged with</source>
            <translation>le etichette di una ripresa</translation>
        </message>
        <message>
            <source>what it cost: &lt;0.5</source>
            <translation>quanto è costata: &lt;0.5</translation>
        </message>
        <message>
            <source>when: today, 7d, 2026-11</source>
            <translation>quando: today, 7d, 2026-11</translation>
        </message>
        <message>
            <source>words in notes</source>
            <translation>parole nelle note</translation>
        </message>
        <message>
            <source>words in the prompt alone</source>
            <translation>parole del solo prompt</translation>
        </message>
        <message>
            <source>words “{text}” in prompts, tags, notes</source>
            <translation>parole “{text}” in prompt, etichette e note</translation>
        </message>
    </context>
    <context>
        <name>SearchText</name>
        <message>
            <source>Copy</source>
            <translation>Copia</translation>
        </message>
        <message>
            <source>Cut</source>
            <translation>Taglia</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Incolla</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Ripeti</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>Seleziona tutto</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annulla</translation>
        </message>
    </context>
    <context>
        <name>SecondScreen</name>
        <message>
            <source>Bring it back</source>
            <translation>Riportala qui</translation>
        </message>
        <message>
            <source>On a second screen</source>
            <translation>Su un secondo schermo</translation>
        </message>
        <message>
            <source>Rushes: picture</source>
            <translation>Rushes: immagine</translation>
        </message>
        <message>
            <source>The picture has a window of its own. The keys work in both.</source>
            <translation>L’immagine ha una finestra tutta sua. I tasti funzionano in entrambe.</translation>
        </message>
    </context>
    <context>
        <name>SectionList</name>
        <message>
            <source>Sections</source>
            <translation>Sezioni</translation>
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
        <name>SentSection</name>
        <message>
            <source>Copy all</source>
            <translation>Copia tutto</translation>
        </message>
        <message>
            <source>Digest</source>
            <translation>Impronta</translation>
        </message>
        <message>
            <source>Model id</source>
            <translation>Id del modello</translation>
        </message>
        <message>
            <source>Price shown</source>
            <translation>Prezzo indicato</translation>
        </message>
        <message>
            <source>What is to be sent</source>
            <translation>Che cosa sarà inviato</translation>
        </message>
        <message>
            <source>What was sent</source>
            <translation>Che cosa è stato inviato</translation>
        </message>
    </context>
    <context>
        <name>ServiceSection</name>
        <message>
            <source>A studio can put a proxy between Rushes and RunComfy that holds RunComfy’s token. Enter its address above; Rushes keeps a token of its own for each address.</source>
            <translation>Uno studio può mettere tra Rushes e RunComfy un proxy che custodisce il token di RunComfy. Inserisci qui sopra il suo indirizzo; Rushes conserva un token distinto per ogni indirizzo.</translation>
        </message>
        <message>
            <source>A studio’s proxy</source>
            <translation>Il proxy di uno studio</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Indirizzo</translation>
        </message>
        <message>
            <source>Back to RunComfy’s own</source>
            <translation>Torna a quello di RunComfy</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>Servizio</translation>
        </message>
        <message>
            <source>The address ends with the host: leave out what follows the slash.</source>
            <translation>L’indirizzo finisce con l’host: togli ciò che segue la barra.</translation>
        </message>
        <message>
            <source>The address has to begin with https://.</source>
            <translation>L’indirizzo deve cominciare con https://.</translation>
        </message>
        <message>
            <source>The address must hold no name, password, ? or #.</source>
            <translation>L’indirizzo non può contenere nome, password, ? o #.</translation>
        </message>
        <message>
            <source>The demo sends to the service inside Rushes; this is for other runs.</source>
            <translation>La demo usa il servizio dentro Rushes; questo vale per gli altri avvii.</translation>
        </message>
        <message>
            <source>The variable {name} is set and wins over this address.</source>
            <translation>La variabile {name} è impostata e prevale su questo indirizzo.</translation>
        </message>
        <message>
            <source>This address cannot be used.</source>
            <translation>Questo indirizzo non si può usare.</translation>
        </message>
        <message>
            <source>This is not an address.</source>
            <translation>Questo non è un indirizzo.</translation>
        </message>
        <message>
            <source>Where jobs are sent. Let those that are under way come in before you change it: another address does not know them.</source>
            <translation>Dove vanno i lavori. Prima di cambiarlo lascia arrivare quelli in corso: un altro indirizzo non li conosce.</translation>
        </message>
        <message>
            <source>Without encryption (http) the token could be read on the way; use https://.</source>
            <translation>Senza cifratura (http) il token si potrebbe leggere lungo la strada: usa https://.</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Search settings</source>
            <translation>Cerca impostazioni</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Impostazioni</translation>
        </message>
    </context>
    <context>
        <name>SettingsPages</name>
        <message>
            <source>Nothing matches</source>
            <translation>Nessun risultato</translation>
        </message>
    </context>
    <context>
        <name>ShownFrame</name>
        <message>
            <source>frame %1</source>
            <translation>fotogramma %1</translation>
        </message>
    </context>
    <context>
        <name>SlowOpening</name>
        <message>
            <source>Its database is checked, and made again where it is damaged or of an older kind.</source>
            <translation>Il suo database viene controllato, e rifatto se è danneggiato o di un tipo precedente.</translation>
        </message>
        <message>
            <source>Opening the library</source>
            <translation>Apertura della libreria</translation>
        </message>
        <message>
            <source>With many takes that is a minute or two. Everything is kept.</source>
            <translation>Con molti ciak ci vogliono uno o due minuti. Tutto viene conservato.</translation>
        </message>
    </context>
    <context>
        <name>SoundButton</name>
        <message>
            <source>Muted</source>
            <translation>Audio disattivato</translation>
        </message>
        <message>
            <source>No sound</source>
            <translation>Senza audio</translation>
        </message>
        <message>
            <source>No sound device: this clip plays silently</source>
            <translation>Nessun dispositivo audio: questa clip è muta</translation>
        </message>
        <message>
            <source>Only the first %1 are heard</source>
            <translation>Si sente solo la prima parte, fino a %1</translation>
        </message>
        <message>
            <source>Sound on, %1</source>
            <translation>Audio attivo, %1</translation>
        </message>
        <message>
            <source>The sound cannot be read</source>
            <translation>L’audio non si può leggere</translation>
        </message>
        <message>
            <source>Wheel or right click: volume</source>
            <translation>Rotella o clic destro: volume</translation>
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
        <name>SpeedMenu</name>
        <message>
            <source>Any speed</source>
            <translation>Qualsiasi velocità</translation>
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
        <name>SpokenPlace</name>
        <message>
            <source>%1 at %2</source>
            <translation>%1 a %2</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>In pausa</translation>
        </message>
        <message>
            <source>Playing</source>
            <translation>In riproduzione</translation>
        </message>
        <message>
            <source>Playing backwards</source>
            <translation>In riproduzione all’indietro</translation>
        </message>
        <message>
            <source>in a loop</source>
            <translation>in ciclo</translation>
        </message>
        <message>
            <source>once</source>
            <translation>una volta</translation>
        </message>
        <message>
            <source>to and fro</source>
            <translation>avanti e indietro</translation>
        </message>
    </context>
    <context>
        <name>StackFaces</name>
        <message>
            <source>Stack of {count} takes</source>
            <translation>Pila di {count} riprese</translation>
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
        <name>Standing</name>
        <message>
            <source>Frame %1 is damaged</source>
            <translation>Il fotogramma %1 è danneggiato</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>finito</translation>
        </message>
        <message>
            <source>not begun</source>
            <translation>non iniziato</translation>
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
        <name>StorageSection</name>
        <message>
            <source>A clip above this stays at the service until you ask for it.</source>
            <translation>Una clip più grande resta presso il servizio finché non la chiedi.</translation>
        </message>
        <message>
            <source>Between {least} and {most}.</source>
            <translation>Tra {least} e {most}.</translation>
        </message>
        <message>
            <source>Clips, prompts and marks are in this folder.</source>
            <translation>Clip, prompt e voti sono in questa cartella.</translation>
        </message>
        <message>
            <source>Folder for saved frames</source>
            <translation>Cartella per i fotogrammi salvati</translation>
        </message>
        <message>
            <source>Largest download</source>
            <translation>Dimensione massima dei download</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>Libreria</translation>
        </message>
        <message>
            <source>Memory that keeps frames ready to be shown, of all open clips together.</source>
            <translation>Tiene pronti i fotogrammi di tutte le clip aperte.</translation>
        </message>
        <message>
            <source>Pictures that you save with S go here.</source>
            <translation>Qui vanno le immagini che salvi con S.</translation>
        </message>
        <message>
            <source>Room for frames</source>
            <translation>Memoria per i fotogrammi</translation>
        </message>
        <message>
            <source>Saved frames</source>
            <translation>Fotogrammi salvati</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Mostra</translation>
        </message>
        <message>
            <source>Show the library’s folder</source>
            <translation>Mostra la cartella della libreria</translation>
        </message>
        <message>
            <source>Storage</source>
            <translation>Archiviazione</translation>
        </message>
    </context>
    <context>
        <name>StripView</name>
        <message>
            <source>Choose a take: all takes of its shot stand here.</source>
            <translation>Scegli una ripresa: qui stanno tutte quelle della sua inquadratura.</translation>
        </message>
        <message>
            <source>Takes of the shot</source>
            <translation>Riprese dell’inquadratura</translation>
        </message>
    </context>
    <context>
        <name>SuggestionList</name>
        <message>
            <source>Suggestions</source>
            <translation>Suggerimenti</translation>
        </message>
    </context>
    <context>
        <name>SwatchChoice</name>
        <message>
            <source>Blue</source>
            <translation>Blu</translation>
        </message>
        <message>
            <source>Grey</source>
            <translation>Grigio</translation>
        </message>
        <message>
            <source>Teal</source>
            <translation>Ottanio</translation>
        </message>
        <message>
            <source>Violet</source>
            <translation>Viola</translation>
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
        <name>TagChips</name>
        <message>
            <source>Press to give it to all; the cross takes it from all.</source>
            <translation>Premi per darlo a tutte; la croce lo toglie a tutte.</translation>
        </message>
        <message>
            <source>Tag {tag}</source>
            <translation>Tag {tag}</translation>
        </message>
        <message>
            <source>on {jobs} of {count}</source>
            <translation>su {jobs} di {count}</translation>
        </message>
    </context>
    <context>
        <name>TagField</name>
        <message>
            <source>Add tags, with commas between them</source>
            <translation>Aggiungi tag, separati da virgole</translation>
        </message>
        <message>
            <source>Tags to add</source>
            <translation>Tag da aggiungere</translation>
        </message>
    </context>
    <context>
        <name>TagPopup</name>
        <message>
            <source>Enter gives, Esc closes</source>
            <translation>Invio assegna, Esc chiude</translation>
        </message>
        <message>
            <source>Tag {tag}</source>
            <translation>Tag {tag}</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Tags of {takes}</source>
            <translation>Tag di {takes}</translation>
        </message>
        <message>
            <source>on {count} takes</source>
            <translation>su {count} riprese</translation>
        </message>
    </context>
    <context>
        <name>TagsRow</name>
        <message>
            <source>Add tags</source>
            <translation>Aggiungi tag</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Tag</translation>
        </message>
    </context>
    <context>
        <name>TakeFaces</name>
        <message>
            <source>Changed: {inputs}</source>
            <translation>Cambiato: {inputs}</translation>
        </message>
        <message>
            <source>Take {number}</source>
            <translation>Ripresa {number}</translation>
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
            <source>Take {number} of {count}</source>
            <translation>Ripresa {number} di {count}</translation>
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
        <name>TakeNames</name>
        <message>
            <source>Blind %1</source>
            <translation>Alla cieca %1</translation>
        </message>
        <message>
            <source>Picture %1</source>
            <translation>Immagine %1</translation>
        </message>
        <message>
            <source>chosen blind</source>
            <translation>scelta alla cieca</translation>
        </message>
    </context>
    <context>
        <name>TakeSection</name>
        <message>
            <source>Details</source>
            <translation>Dettagli</translation>
        </message>
        <message>
            <source>Prompt</source>
            <translation>Prompt</translation>
        </message>
        <message>
            <source>Remix</source>
            <translation>Remix</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Seed</translation>
        </message>
        <message>
            <source>Take {number} of {count}</source>
            <translation>Ripresa {number} di {count}</translation>
        </message>
        <message>
            <source>Their prompts differ.</source>
            <translation>I prompt sono diversi.</translation>
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
            <source>Without words</source>
            <translation>Senza prompt</translation>
        </message>
        <message>
            <source>{count} takes chosen</source>
            <translation>{count} riprese scelte</translation>
        </message>
    </context>
    <context>
        <name>TimeText</name>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>1 to %1</source>
            <translation>Da 1 a %1</translation>
        </message>
        <message>
            <source>Drop-frame timecode: it leaves out numbers, and so keeps to the clock.</source>
            <translation>Timecode drop-frame: salta dei numeri, e così resta con l’orologio.</translation>
        </message>
        <message>
            <source>This clip’s rate varies: its timecode is the time, in thousandths of a second.</source>
            <translation>La frequenza di questa clip varia: il suo timecode è il tempo, in millesimi di secondo.</translation>
        </message>
        <message>
            <source>Timecode counts %1 frames to a second; at %2 it falls behind the clock.</source>
            <translation>Il timecode conta %1 fotogrammi al secondo; a %2 resta indietro rispetto all’orologio.</translation>
        </message>
        <message>
            <source>Timecode counts %1 frames to a second; at %2 it runs ahead of the clock.</source>
            <translation>Il timecode conta %1 fotogrammi al secondo; a %2 corre avanti rispetto all’orologio.</translation>
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
        <name>TimelineMarks</name>
        <message>
            <source>All of it is good</source>
            <translation>È tutta buona</translation>
        </message>
        <message>
            <source>Edit note…</source>
            <translation>Modifica la nota…</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>Buono</translation>
        </message>
        <message>
            <source>Good from In to Out</source>
            <translation>Buono da In a Out</translation>
        </message>
        <message>
            <source>Good {frames}</source>
            <translation>Buono {frames}</translation>
        </message>
        <message>
            <source>Note here…</source>
            <translation>Nota qui…</translation>
        </message>
        <message>
            <source>Remove good range {frames}</source>
            <translation>Rimuovi l’intervallo buono {frames}</translation>
        </message>
        <message>
            <source>Remove note</source>
            <translation>Rimuovi la nota</translation>
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
        <name>TokenField</name>
        <message>
            <source>Hide the token</source>
            <translation>Nascondi il token</translation>
        </message>
        <message>
            <source>Paste your token here</source>
            <translation>Incolla qui il tuo token</translation>
        </message>
        <message>
            <source>Show the token</source>
            <translation>Mostra il token</translation>
        </message>
    </context>
    <context>
        <name>TokenForm</name>
        <message>
            <source>A token is used until Rushes is closed.</source>
            <translation>Il token in uso vale finché Rushes resta aperto.</translation>
        </message>
        <message>
            <source>Forget the token</source>
            <translation>Dimentica il token</translation>
        </message>
        <message>
            <source>It may still hold the token, which Rushes does not use any more.</source>
            <translation>Forse contiene ancora il token, che Rushes non usa più.</translation>
        </message>
        <message>
            <source>It was not kept; look whether it was copied whole.</source>
            <translation>Non è stato conservato: controlla di averlo copiato per intero.</translation>
        </message>
        <message>
            <source>Keep it untried</source>
            <translation>Conserva senza provarlo</translation>
        </message>
        <message>
            <source>Kept in this computer’s keyring; never in the library, in exports or in logs.</source>
            <translation>Sta nel portachiavi di questo computer; mai nella libreria, nelle esportazioni o nei log.</translation>
        </message>
        <message>
            <source>So nobody knows whether the token is good, and it was not kept.</source>
            <translation>Non si sa quindi se il token è valido, e non è stato conservato.</translation>
        </message>
        <message>
            <source>The service did not tell what is left.</source>
            <translation>Il servizio non ha detto quanto resta.</translation>
        </message>
        <message>
            <source>The service is asked about the token…</source>
            <translation>Il token viene provato presso il servizio…</translation>
        </message>
        <message>
            <source>The system’s keyring is asked…</source>
            <translation>In attesa del portachiavi di sistema…</translation>
        </message>
        <message>
            <source>The token of the variable {name} is used.</source>
            <translation>Si usa il token della variabile {name}.</translation>
        </message>
        <message>
            <source>The token works.</source>
            <translation>Il token funziona.</translation>
        </message>
        <message>
            <source>There is no token yet: nothing can be sent without one.</source>
            <translation>Manca ancora un token: senza, non si può inviare nulla.</translation>
        </message>
        <message>
            <source>Try and keep</source>
            <translation>Prova e conserva</translation>
        </message>
        <message>
            <source>When Rushes starts again, the token of the variable {name} wins.</source>
            <translation>Al prossimo avvio di Rushes prevale il token della variabile {name}.</translation>
        </message>
        <message>
            <source>{amount} left.</source>
            <translation>Restano {amount}.</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Balance {amount}</source>
            <translation>Saldo {amount}</translation>
        </message>
        <message>
            <source>Create</source>
            <translation>Crea</translation>
        </message>
        <message>
            <source>Nothing is left on your RunComfy account; new jobs are refused.</source>
            <translation>Sul tuo conto RunComfy non resta nulla; i nuovi lavori vengono rifiutati.</translation>
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
            <source>Service has a problem</source>
            <translation>Problema del servizio</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Impostazioni</translation>
        </message>
        <message>
            <source>The service answers.</source>
            <translation>Il servizio risponde.</translation>
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
        <message>
            <source>{amount} left</source>
            <translation>{amount} di credito</translation>
        </message>
    </context>
    <context>
        <name>TransportBar</name>
        <message>
            <source>Compare</source>
            <translation>Confronto</translation>
        </message>
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
            <source>On a second screen</source>
            <translation>Su un secondo schermo</translation>
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
        <message>
            <source>Save frame</source>
            <translation>Salva fotogramma</translation>
        </message>
    </context>
    <context>
        <name>Trash</name>
        <message>
            <source>1 take</source>
            <translation>1 ripresa</translation>
        </message>
        <message>
            <source>{count} takes</source>
            <translation>{count} riprese</translation>
        </message>
    </context>
    <context>
        <name>TrashBar</name>
        <message>
            <source>Empty Trash…</source>
            <translation>Svuota il Cestino…</translation>
        </message>
        <message>
            <source>In the trash: {contents}. Files stay until it is emptied.</source>
            <translation>Nel Cestino: {contents}. I file restano finché non lo svuoti.</translation>
        </message>
        <message>
            <source>Restore all</source>
            <translation>Ripristina tutto</translation>
        </message>
        <message>
            <source>Trash</source>
            <translation>Cestino</translation>
        </message>
    </context>
    <context>
        <name>Trashing</name>
        <message>
            <source>Asking to cancel</source>
            <translation>Richiesta di annullamento</translation>
        </message>
        <message>
            <source>Emptying the trash</source>
            <translation>Svuotamento del Cestino</translation>
        </message>
        <message>
            <source>Stopped: {takes} removed · {size} in the system’s trash</source>
            <translation>Interrotto: {takes}, rimozione fatta · {size} nel cestino del sistema</translation>
        </message>
        <message>
            <source>What is still under way stays in the trash until it is at its end.</source>
            <translation>Ciò che è ancora in corso resta nel Cestino fino alla fine.</translation>
        </message>
        <message>
            <source>{takes} removed</source>
            <translation>{takes}: rimozione fatta</translation>
        </message>
        <message>
            <source>{takes} removed · {size} in the system’s trash</source>
            <translation>{takes}: rimozione fatta · {size} nel cestino del sistema</translation>
        </message>
    </context>
    <context>
        <name>TurningPage</name>
        <message>
            <source>Cancel</source>
            <translation>Annulla</translation>
        </message>
    </context>
    <context>
        <name>ViewButtons</name>
        <message>
            <source>Cards that suit the width</source>
            <translation>Schede secondo la larghezza</translation>
        </message>
        <message>
            <source>Grid</source>
            <translation>Griglia</translation>
        </message>
        <message>
            <source>How takes are shown</source>
            <translation>Come si vedono le riprese</translation>
        </message>
        <message>
            <source>Large cards</source>
            <translation>Schede grandi</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Elenco</translation>
        </message>
        <message>
            <source>Medium cards</source>
            <translation>Schede medie</translation>
        </message>
        <message>
            <source>Small cards</source>
            <translation>Schede piccole</translation>
        </message>
        <message>
            <source>Sort by</source>
            <translation>Ordina per</translation>
        </message>
        <message>
            <source>Stack the takes of a shot</source>
            <translation>Impila le riprese di un’inquadratura</translation>
        </message>
    </context>
    <context>
        <name>ViewerPanel</name>
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
    <context>
        <name>VolumePopover</name>
        <message>
            <source>Volume</source>
            <translation>Volume</translation>
        </message>
    </context>
    <context>
        <name>WaitingFoot</name>
        <message>
            <source>Keep waiting</source>
            <translation>Aspetta ancora</translation>
        </message>
    </context>
    <context>
        <name>WaitingList</name>
        <message>
            <source>1 job</source>
            <translation>1 lavoro</translation>
        </message>
        <message>
            <source>1 take</source>
            <translation>1 ripresa</translation>
        </message>
        <message>
            <source>Close the list</source>
            <translation>Chiudi l’elenco</translation>
        </message>
        <message>
            <source>Nothing has been sent. Enter a token in Settings; then Rushes asks once, with this count and price.</source>
            <translation>Non è stato inviato nulla. Inserisci un token nelle Impostazioni; poi Rushes chiede una volta, con questo numero e prezzo.</translation>
        </message>
        <message>
            <source>Nothing has been sent. When the network is back, Rushes asks once, with this count and price.</source>
            <translation>Non è stato inviato nulla. Quando la rete torna, Rushes chiede una volta, con questo numero e prezzo.</translation>
        </message>
        <message>
            <source>Nothing has been sent. When the service is back, Rushes asks once, with this count and price.</source>
            <translation>Non è stato inviato nulla. Quando il servizio torna, Rushes chiede una volta, con questo numero e prezzo.</translation>
        </message>
        <message>
            <source>One job waits since an earlier session. Send it now?</source>
            <translation>Un lavoro aspetta da una sessione precedente. Inviarlo adesso?</translation>
        </message>
        <message>
            <source>Send 1 job</source>
            <translation>Invia 1 lavoro</translation>
        </message>
        <message>
            <source>Send {count} jobs</source>
            <translation>Invia {count} lavori</translation>
        </message>
        <message>
            <source>The network is back. Send one job now?</source>
            <translation>La rete è tornata. Inviare un lavoro adesso?</translation>
        </message>
        <message>
            <source>The network is back. Send {count} jobs now?</source>
            <translation>La rete è tornata. Inviare {count} lavori adesso?</translation>
        </message>
        <message>
            <source>The service is back. Send one job now?</source>
            <translation>Il servizio è tornato. Inviare un lavoro adesso?</translation>
        </message>
        <message>
            <source>The service is back. Send {count} jobs now?</source>
            <translation>Il servizio è tornato. Inviare {count} lavori adesso?</translation>
        </message>
        <message>
            <source>Waiting for the network</source>
            <translation>In attesa della rete</translation>
        </message>
        <message>
            <source>Waiting for the service</source>
            <translation>In attesa del servizio</translation>
        </message>
        <message>
            <source>Waiting for your word</source>
            <translation>In attesa del tuo sì</translation>
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
            <source>{count} jobs wait since an earlier session. Send them now?</source>
            <translation>{count} lavori aspettano da una sessione precedente. Inviarli adesso?</translation>
        </message>
        <message>
            <source>{count} takes</source>
            <translation>{count} riprese</translation>
        </message>
        <message>
            <source>{price} for {known}, price not known for {unknown}</source>
            <translation>{price} per {known}, prezzo non noto per {unknown}</translation>
        </message>
        <message>
            <source>{price}. Nothing has been sent so far.</source>
            <translation>{price}. Finora non è stato inviato nulla.</translation>
        </message>
    </context>
    <context>
        <name>WorkCard</name>
        <message>
            <source>Cancel</source>
            <translation>Annulla</translation>
        </message>
    </context>
    <context>
        <name>ZoomButton</name>
        <message>
            <source>Zoom</source>
            <translation>Zoom</translation>
        </message>
        <message>
            <source>Zoom %1</source>
            <translation>Zoom %1</translation>
        </message>
    </context>
    <context>
        <name>ZoomRows</name>
        <message>
            <source>Pixel grid</source>
            <translation>Griglia dei pixel</translation>
        </message>
    </context>
    <context>
        <name>ZoomWords</name>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Adatta</translation>
        </message>
    </context>
</TS>
