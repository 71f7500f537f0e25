<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>InputsSection</name>
        <message numerus="yes">
            <source>%n changed from take %1</source>
            <translation>
                <numerusform>%n changed from take %1</numerusform>
                <numerusform>%n changed from take %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Libraries</name>
        <message numerus="yes">
            <source>%n added</source>
            <translation>
                <numerusform>%n added</numerusform>
                <numerusform>%n added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n clip(s) do not say how they were made; find them by tag:imported.</source>
            <translation>
                <numerusform>%n clip does not say how it was made; find it by tag:imported.</numerusform>
                <numerusform>%n clips do not say how they were made; find them by tag:imported.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n could not be read</source>
            <translation>
                <numerusform>%n could not be read</numerusform>
                <numerusform>%n could not be read</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n job(s) have no clip: its file was missing.</source>
            <translation>
                <numerusform>%n job has no clip: its file was missing.</numerusform>
                <numerusform>%n jobs have no clip: their files were missing.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n job(s) run on; they are followed when {name} is opened again.</source>
            <translation>
                <numerusform>%n job runs on; it is followed when {name} is opened again.</numerusform>
                <numerusform>%n jobs run on; they are followed when {name} is opened again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n job(s) wait in {name} and are not sent.</source>
            <translation>
                <numerusform>%n job waits in {name} and is not sent.</numerusform>
                <numerusform>%n jobs wait in {name} and are not sent.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n job(s) waited there and are held: nothing is sent.</source>
            <translation>
                <numerusform>%n job waited there and is held: nothing is sent.</numerusform>
                <numerusform>%n jobs waited there and are held: nothing is sent.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were here already</source>
            <translation>
                <numerusform>%n was here already</numerusform>
                <numerusform>%n were here already</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Backed up: %n file(s) were new.</source>
            <translation>
                <numerusform>Backed up: %n file was new.</numerusform>
                <numerusform>Backed up: %n files were new.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SameSection</name>
        <message numerus="yes">
            <source>%n input(s)</source>
            <translation>
                <numerusform>%n input</numerusform>
                <numerusform>%n inputs</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TakeInfo</name>
        <message numerus="yes">
            <source>%n frame(s)</source>
            <translation>
                <numerusform>%n frame</numerusform>
                <numerusform>%n frames</numerusform>
            </translation>
        </message>
    </context>
</TS>
