<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
