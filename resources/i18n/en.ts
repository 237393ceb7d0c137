<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>ApprovalFacts</name>
        <message numerus="yes">
            <source>{state} · %n working day(s)</source>
            <translation>
                <numerusform>{state} · %n working day</numerusform>
                <numerusform>{state} · %n working days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AllOutQuestion</name>
        <message numerus="yes">
            <source>Hand out %n card(s)?</source>
            <translation>
                <numerusform>Hand out %n card?</numerusform>
                <numerusform>Hand out %n cards?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{rep}: %n card(s)</source>
            <translation>
                <numerusform>{rep}: %n card</numerusform>
                <numerusform>{rep}: %n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AskingButton</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to verify</source>
            <translation>
                <numerusform>%n to verify</numerusform>
                <numerusform>%n to verify</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AttachmentPanel</name>
        <message numerus="yes">
            <source>%n file(s) added.</source>
            <translation>
                <numerusform>%n file added.</numerusform>
                <numerusform>%n files added.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AwayPanel</name>
        <message numerus="yes">
            <source>Cards home · %n out</source>
            <translation>
                <numerusform>Cards home · %n out</numerusform>
                <numerusform>Cards home · %n out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All with record (%n)</source>
            <translation>
                <numerusform>All with record (%n)</numerusform>
                <numerusform>All with record (%n)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardOffice</name>
        <message numerus="yes">
            <source>%n card(s) as the list shows them</source>
            <translation>
                <numerusform>%n card as the list shows it</numerusform>
                <numerusform>%n cards as the list shows them</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n marked card(s)</source>
            <translation>
                <numerusform>%n marked card</numerusform>
                <numerusform>%n marked cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardPrinting</name>
        <message numerus="yes">
            <source>%n marked card(s)</source>
            <translation>
                <numerusform>%n marked card</numerusform>
                <numerusform>%n marked cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n card(s) of the list to be reprinted</source>
            <translation>
                <numerusform>%n card of the list to be reprinted</numerusform>
                <numerusform>%n cards of the list to be reprinted</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardSaving</name>
        <message numerus="yes">
            <source>Saved; %n change(s) handed in as proposal {number}.</source>
            <translation>
                <numerusform>Saved; %n change handed in as proposal {number}.</numerusform>
                <numerusform>Saved; %n changes handed in as proposal {number}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Counter</name>
        <message numerus="yes">
            <source> · %n hour(s) late</source>
            <translation>
                <numerusform> · %n hour late</numerusform>
                <numerusform> · %n hours late</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n card(s) corrected: in the cabinet</source>
            <translation>
                <numerusform>%n card corrected: in the cabinet</numerusform>
                <numerusform>%n cards corrected: in the cabinet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n card(s) → {rep}</source>
            <translation>
                <numerusform>%n card → {rep}</numerusform>
                <numerusform>%n cards → {rep}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DismissDialog</name>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n customer</numerusform>
                <numerusform>%n customers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DismissedDialog</name>
        <message numerus="yes">
            <source>%n backup(s) encrypted anew.</source>
            <translation>
                <numerusform>%n backup encrypted anew.</numerusform>
                <numerusform>%n backups encrypted anew.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DrawerList</name>
        <message numerus="yes">
            <source>%n card(s)</source>
            <translation>
                <numerusform>%n card</numerusform>
                <numerusform>%n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n out</source>
            <translation>
                <numerusform>%n out</numerusform>
                <numerusform>%n out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Happenings</name>
        <message numerus="yes">
            <source>Print %n card(s) again …</source>
            <translation>
                <numerusform>Print %n card again …</numerusform>
                <numerusform>Print %n cards again …</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LookAlikeStrip</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OfficeSettingsTab</name>
        <message numerus="yes">
            <source>%n setting(s) saved.</source>
            <translation>
                <numerusform>%n setting saved.</numerusform>
                <numerusform>%n settings saved.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OpeningSheet</name>
        <message numerus="yes">
            <source>%n card(s) did not come home</source>
            <translation>
                <numerusform>%n card did not come home</numerusform>
                <numerusform>%n cards did not come home</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Papers</name>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlanPage</name>
        <message numerus="yes">
            <source>%n plan(s) approved.</source>
            <translation>
                <numerusform>%n plan approved.</numerusform>
                <numerusform>%n plans approved.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlanWords</name>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>%n visit</numerusform>
                <numerusform>%n visits</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProblemStrip</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProposalBar</name>
        <message numerus="yes">
            <source>%n proposed change(s) asked back: please answer</source>
            <translation>
                <numerusform>%n proposed change asked back: please answer</numerusform>
                <numerusform>%n proposed changes asked back: please answer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n proposed change(s) to be decided</source>
            <translation>
                <numerusform>%n proposed change to be decided</numerusform>
                <numerusform>%n proposed changes to be decided</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n proposed change(s) waiting for a decision</source>
            <translation>
                <numerusform>%n proposed change waiting for a decision</numerusform>
                <numerusform>%n proposed changes waiting for a decision</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProposalDialog</name>
        <message numerus="yes">
            <source>&amp;Do it (%n)</source>
            <translation>
                <numerusform>&amp;Do it (%n)</numerusform>
                <numerusform>&amp;Do it (%n)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RepWords</name>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>%n visit</numerusform>
                <numerusform>%n visits</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecurityTab</name>
        <message numerus="yes">
            <source>%n key(s)</source>
            <translation>
                <numerusform>%n key</numerusform>
                <numerusform>%n keys</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n password(s) follow at the next log-in.</source>
            <translation>
                <numerusform>%n password follows at the next log-in.</numerusform>
                <numerusform>%n passwords follow at their next log-in.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message numerus="yes">
            <source>%n change(s) since the last visit of {day}</source>
            <translation>
                <numerusform>%n change since the last visit of {day}</numerusform>
                <numerusform>%n changes since the last visit of {day}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TodayWork</name>
        <message numerus="yes">
            <source>Correct all %n cards?</source>
            <translation>
                <numerusform>Correct %n card?</numerusform>
                <numerusform>Correct all %n cards?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>VerifyDialog</name>
        <message numerus="yes">
            <source>Found: %n fault(s). Show this to the manager.</source>
            <translation>
                <numerusform>Found: %n fault. Show this to the manager.</numerusform>
                <numerusform>Found: %n faults. Show this to the manager.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>VisitDialog</name>
        <message numerus="yes">
            <source>overdue by %n hour(s)</source>
            <translation>
                <numerusform>overdue by %n hour</numerusform>
                <numerusform>overdue by %n hours</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>VisitPanel</name>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>%n visit</numerusform>
                <numerusform>%n visits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Hand out %n card(s)</source>
            <translation>
                <numerusform>Hand out %n card</numerusform>
                <numerusform>Hand out %n cards</numerusform>
            </translation>
        </message>
    </context>
</TS>
