<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
    <context>
        <name>About</name>
        <message>
            <source>A studio for text-to-video: write, send, and look at every frame.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its source is under the MIT licence. The installed program is under the GPL,</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version {version}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>because the x264 and x265 encoders come with it.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ActivityStrip</name>
        <message>
            <source>Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything seen before plays from this disk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offline since {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause sending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume sending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sending is paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Token needed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} downloading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} in progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} in queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} need you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} needs you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} sending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} waiting for the network</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CardPainter</name>
        <message>
            <source>Label {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pick</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} of 5 stars</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} takes</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Chip</name>
        <message>
            <source>Delete removes it</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ChoiceControl</name>
        <message>
            <source>Not set</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ComposeBody</name>
        <message>
            <source>What should be heard?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What should be seen?</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ComposeFoot</name>
        <message>
            <source>1 job</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Generate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Generate {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Takes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>price not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} jobs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>· {length} each</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ComposePanel</name>
        <message>
            <source>Back to defaults</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the model’s defaults</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No model can be chosen yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a prompt first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title}: add a link</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ErrorWords</name>
        <message>
            <source>Add credit there, then send it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the folder's rights, or choose another library.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check which token is in Settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct the marked fields.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter a token in Settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter a valid token in Settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Free some room; Rushes then goes on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is kept here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is still at the service.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was left as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was left exactly as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its prompt and settings are kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let Rushes rebuild it from receipts and clips.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing in it was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was charged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was sent and nothing is lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please report it with the log.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Raise the limit in Settings to fetch it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Raise the limit in Settings to open it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rushes asks again by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rushes asks for the result again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rushes goes on by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rushes never sends a paid job twice by itself, so it waits for your word.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rushes tries again by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rushes tries again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rushes waits and asks again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say whether Rushes may fetch it from there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See what it said under Details, and change them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See what it said under Details.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send it again as a new job if you still need it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Some inputs do not fit this model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something went wrong inside Rushes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The clip could not be fetched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The clip is larger than the limit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The clip is safe at the service, and nothing already here is lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The clip lies on a host that is not the service's.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection broke before the service answered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection to the service broke.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The damaged file is kept; the clips are untouched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk is full.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The download broke off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The job may be running and charged, or it may never have arrived.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The job was not taken on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The library cannot be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The library cannot be written to here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The library's database cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The link is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The link to the clip died before it was fetched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The prompt and its settings are kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The result is not ready yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service asks for fewer calls.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service cannot be reached.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service could not make this clip.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service does not accept the token.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service does not know this job any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service does not know this model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service ended this job with an error.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service has a problem of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service refused the inputs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service refused this job.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service says that it finished, but gave no file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service says that this job belongs to another account.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service's answer made no sense.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no RunComfy token yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no balance left on your RunComfy account.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such job in this library.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This file cannot be shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This file is broken or of a kind that Rushes cannot read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This file is larger than Rushes may decode.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This library is open in another Rushes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This library was written by a newer Rushes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This model's description cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again, or change the inputs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Update Rushes to open it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use that window, or close it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What came is not a clip.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What came so far is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With the same seed it can be made again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your jobs are kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your jobs are written down and wait.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your library is as it was.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExpansionControl</name>
        <message>
            <source>The service rewrites it first.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FrameDrawing</name>
        <message>
            <source>Frame of {width} by {height} pixels, {ratio}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FullScreen</name>
        <message>
            <source>Bring it back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In full screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture fills a screen of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Viewer</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HelpButton</name>
        <message>
            <source>Help: {control}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HistoryGrid</name>
        <message>
            <source>Takes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yesterday</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message>
            <source>1 take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear the search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No prompt holds all of “{words}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No takes yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a prompt and press Generate. Every take stays here, with its settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{shown} of {total} takes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{shown} takes</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>JobFace</name>
        <message>
            <source>, take {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Downloading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expired</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From a backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In Trash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Larger than the limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Link died</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Model not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needs you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No file came</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not a clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Position {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reply lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Result gone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Service error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk is full</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Token refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unknown host</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Written down {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>before it ran</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>before sending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cannot be cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>for a token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>for the network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no balance left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing charged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sending is paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tries again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>until it answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>while it ran</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>written down first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{place}nd here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{place}rd here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{place}st here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{place}th here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{received} GB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{received} MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{received} kB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{received} of {total} GB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{received} of {total} MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{received} of {total} kB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time} so far</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>JobMenu</name>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remix</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show in folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use prompt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use seed</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>JsonControl</name>
        <message>
            <source>JSON, as the service's page describes it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not JSON: see line {line}, column {column}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KeySheet</name>
        <message>
            <source>Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Anywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back, stop, on; again is faster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear In and Out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Create, Review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find in History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First and last frame</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Generate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In and Out here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loop, once, ping-pong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One frame</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Play or pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slower and faster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ten frames</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Viewer</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LinkRow</name>
        <message>
            <source>Remove this link</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ListControl</name>
        <message>
            <source>One to a line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{line}” is not a number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{line}” is not a whole number.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LoopButton</name>
        <message>
            <source>Plays in a loop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plays once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plays to and fro</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MediaLinks</name>
        <message>
            <source>Add a link</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>About Rushes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy Prompt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Create</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find in History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>High contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Larger Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Play or Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show Library Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Smaller Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The language changes when Rushes starts again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Usual Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>View</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MessagePage</name>
        <message>
            <source>Details</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ModelChooser</name>
        <message>
            <source>Models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search models</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ModelKind</name>
        <message>
            <source>Audio inpaint</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Audio to video</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First last frame to video</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image to image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image to video</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reference to video</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text to audio</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text to image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text to video</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Video edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Video extend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Video to video</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ModelRow</name>
        <message>
            <source>Model: {model}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No model yet</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OpenNumberControl</name>
        <message>
            <source>Not set</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OriginLine</name>
        <message>
            <source>Begin a new shot instead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remix of {shot}, take {take}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a take without words</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PictureView</name>
        <message>
            <source>Picture</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PositionReadout</name>
        <message>
            <source>Timecode, seconds or frames</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Problem</name>
        <message>
            <source>This model has no input called {title}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} cannot be sent as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} goes up to {maximum}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} holds {maximum} characters; it has {length}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} is needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} must be a list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} must be a number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} must be a whole number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} must be an https link or a data link.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} must be on or off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} must be one of {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} must be text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} needs at least {minimum}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} starts at {minimum}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} takes at most {maximum}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PromptEdit</name>
        <message>
            <source>Prompt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} character</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} characters</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Schema</name>
        <message>
            <source>Aspect Ratio (W:H)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Aspect ratio</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Duration</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Frame Rate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Frame rate must be between 5 and 24 FPS.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Generate audio</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Height</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Magic Prompt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Negative prompt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number of Frames</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Prompt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resolution</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Width</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>auto</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{seconds} s</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Clear the search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search prompts</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SeedControl</name>
        <message>
            <source>A whole number from {low} to {high}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a new one for each job</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>moves on by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>one higher for each take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stays as it is</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SeedField</name>
        <message>
            <source>Count up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fixed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Random</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Throw a new seed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>then {first}, {second}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SpeedButton</name>
        <message>
            <source>Speed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Speed %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SpinField</name>
        <message>
            <source>Less</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StageLabels</name>
        <message>
            <source>Frame %1 is damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture of %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>Less</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Switch</name>
        <message>
            <source>Off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TakeInfo</name>
        <message numerus="yes">
            <source>%n frame(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Magic Prompt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remix</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use prompt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use seed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>seed {seed}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{rate} fps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{seconds} s</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TimeText</name>
        <message>
            <source>%1 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>frame %1 of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of %1 frames</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>In %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Out %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Timeline</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TimelineMenu</name>
        <message>
            <source>Clear In and Out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set In here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set Out here</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TimelinePainter</name>
        <message>
            <source>In %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Out %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Create</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Online</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Token needed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Top bar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workspace</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TransportBar</name>
        <message>
            <source>First frame</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last frame</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave full screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One frame back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One frame on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Play</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ViewerPanel</name>
        <message>
            <source>Not shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to show yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Viewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a prompt and press Generate, or choose a take in History.</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
