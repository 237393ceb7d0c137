<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Act</name>
        <message>
            <source>abandon the customer</source>
            <translation>放弃客户</translation>
        </message>
        <message>
            <source>approve a plan</source>
            <translation>批准日计划</translation>
        </message>
        <message>
            <source>ask for an approval</source>
            <translation>报批</translation>
        </message>
        <message>
            <source>attach a document</source>
            <translation>添加附件</translation>
        </message>
        <message>
            <source>back up</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>change a protected field</source>
            <translation>修改受保护的项目</translation>
        </message>
        <message>
            <source>clear private facts</source>
            <translation>清除私人资料</translation>
        </message>
        <message>
            <source>close the cabinet</source>
            <translation>锁柜</translation>
        </message>
        <message>
            <source>confirm a change of status</source>
            <translation>确认客户状态</translation>
        </message>
        <message>
            <source>confirm the class</source>
            <translation>改等级</translation>
        </message>
        <message>
            <source>correct a mistake</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>create a card</source>
            <translation>建卡</translation>
        </message>
        <message>
            <source>decide on a proposed change</source>
            <translation>审定修订</translation>
        </message>
        <message>
            <source>decide on an approval</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>districts and drawers</source>
            <translation>片区与抽屉</translation>
        </message>
        <message>
            <source>edit the card</source>
            <translation>填改卡片</translation>
        </message>
        <message>
            <source>enter a visit record</source>
            <translation>登记拜访记录</translation>
        </message>
        <message>
            <source>export cards</source>
            <translation>批量导出</translation>
        </message>
        <message>
            <source>export the log</source>
            <translation>导出日志</translation>
        </message>
        <message>
            <source>file a card</source>
            <translation>编号归档</translation>
        </message>
        <message>
            <source>fix credit grade and limit</source>
            <translation>定信用等级、额度</translation>
        </message>
        <message>
            <source>hand cards out</source>
            <translation>发卡</translation>
        </message>
        <message>
            <source>hand over or move district</source>
            <translation>移交、调区</translation>
        </message>
        <message>
            <source>import cards</source>
            <translation>旧卡入柜</translation>
        </message>
        <message>
            <source>issue a copy of a confidential card</source>
            <translation>发放机密卡副本</translation>
        </message>
        <message>
            <source>issue a copy of a secret card</source>
            <translation>发放绝密卡副本</translation>
        </message>
        <message>
            <source>issue a copy of an internal card</source>
            <translation>发放秘密卡副本</translation>
        </message>
        <message>
            <source>keep typing</source>
            <translation>保留未存内容</translation>
        </message>
        <message>
            <source>lift a block</source>
            <translation>解除封锁</translation>
        </message>
        <message>
            <source>list cards</source>
            <translation>查看卡片列表</translation>
        </message>
        <message>
            <source>log in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>make or change a plan</source>
            <translation>编制或修改计划</translation>
        </message>
        <message>
            <source>manage people and settings</source>
            <translation>管理人员与设置</translation>
        </message>
        <message>
            <source>merge two cards</source>
            <translation>并卡</translation>
        </message>
        <message>
            <source>open the cabinet</source>
            <translation>开柜</translation>
        </message>
        <message>
            <source>open the managers' drawer</source>
            <translation>开启经理抽屉</translation>
        </message>
        <message>
            <source>own password</source>
            <translation>本人口令</translation>
        </message>
        <message>
            <source>print cards</source>
            <translation>打印客户卡</translation>
        </message>
        <message>
            <source>print private facts on the office's card</source>
            <translation>打印卡片上的私人资料</translation>
        </message>
        <message>
            <source>print the day's papers</source>
            <translation>打印当日单据</translation>
        </message>
        <message>
            <source>propose a change</source>
            <translation>提出修订建议</translation>
        </message>
        <message>
            <source>read another's customer</source>
            <translation>查询他人客户</translation>
        </message>
        <message>
            <source>read the card</source>
            <translation>查看卡片</translation>
        </message>
        <message>
            <source>read the log</source>
            <translation>查阅日志</translation>
        </message>
        <message>
            <source>recall a card</source>
            <translation>催还</translation>
        </message>
        <message>
            <source>record an approval on paper</source>
            <translation>登记书面批准</translation>
        </message>
        <message>
            <source>record what became of a copy</source>
            <translation>登记副本去向</translation>
        </message>
        <message>
            <source>remove an attachment</source>
            <translation>移除附件</translation>
        </message>
        <message>
            <source>restore</source>
            <translation>恢复备份</translation>
        </message>
        <message>
            <source>review a new card</source>
            <translation>审核新卡</translation>
        </message>
        <message>
            <source>search</source>
            <translation>查找</translation>
        </message>
        <message>
            <source>see approvals</source>
            <translation>查看审批</translation>
        </message>
        <message>
            <source>see attachments</source>
            <translation>查看附件</translation>
        </message>
        <message>
            <source>see loans</source>
            <translation>查看借还</translation>
        </message>
        <message>
            <source>see the day</source>
            <translation>查看当日状态</translation>
        </message>
        <message>
            <source>see the office</source>
            <translation>查看人员与片区</translation>
        </message>
        <message>
            <source>see the register of copies</source>
            <translation>查看副本登记</translation>
        </message>
        <message>
            <source>set a route</source>
            <translation>设定固定线路</translation>
        </message>
        <message>
            <source>take cards back</source>
            <translation>还卡</translation>
        </message>
        <message>
            <source>verify</source>
            <translation>校验</translation>
        </message>
        <message>
            <source>verify facts</source>
            <translation>核实资料</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;Another person …</source>
            <translation>换人(&amp;A)…</translation>
        </message>
        <message>
            <source>&amp;Back up now</source>
            <translation>立即备份(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Close the cabinet</source>
            <translation>锁柜(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Find a card</source>
            <translation>查找卡片(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Lock the screen</source>
            <translation>上锁(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Open the cabinet</source>
            <translation>开柜(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>退出(&amp;Q)</translation>
        </message>
        <message>
            <source>Another &amp;cabinet …</source>
            <translation>换一个卡柜(&amp;T)…</translation>
        </message>
        <message>
            <source>Lock and &amp;minimise</source>
            <translation>上锁并最小化(&amp;M)</translation>
        </message>
        <message>
            <source>My &amp;password …</source>
            <translation>改我的口令(&amp;P)…</translation>
        </message>
        <message>
            <source>User &amp;manual</source>
            <translation>使用手册(&amp;H)</translation>
        </message>
    </context>
    <context>
        <name>AllOutQuestion</name>
        <message>
            <source> · blocked, will be refused</source>
            <translation> · 封锁中，不予发卡</translation>
        </message>
        <message>
            <source> · plan not approved, gets none</source>
            <translation> · 计划未批准，不予发卡</translation>
        </message>
        <message>
            <source>&amp;Hand out</source>
            <translation>发卡(&amp;H)</translation>
        </message>
        <message>
            <source>Each rep gets all his cards or none; who is refused is told after.</source>
            <translation>每人的卡要么全部领出，要么一张不领；未能领出的，随后说明原因。</translation>
        </message>
        <message numerus="yes">
            <source>Hand out %n card(s)?</source>
            <translation>
                <numerusform>领出 %n 张卡？</numerusform>
            </translation>
        </message>
        <message>
            <source>Hand out everyone's cards</source>
            <translation>全部领出</translation>
        </message>
        <message numerus="yes">
            <source>{rep}: %n card(s)</source>
            <translation>
                <numerusform>{rep}：%n 张</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ApprovalActions</name>
        <message>
            <source>&amp;Grant</source>
            <translation>批准(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Open …</source>
            <translation>打开(&amp;O)…</translation>
        </message>
        <message>
            <source>&amp;Refuse …</source>
            <translation>不批准(&amp;R)…</translation>
        </message>
        <message>
            <source>&amp;Withdraw</source>
            <translation>撤回(&amp;W)</translation>
        </message>
        <message>
            <source>Go t&amp;here</source>
            <translation>去办理(&amp;H)</translation>
        </message>
        <message>
            <source>Re&amp;fresh</source>
            <translation>刷新(&amp;F)</translation>
        </message>
    </context>
    <context>
        <name>ApprovalFact</name>
        <message>
            <source>Facts taken over from the other card</source>
            <translation>从另一张卡取用的内容</translation>
        </message>
        <message>
            <source>Number of cards</source>
            <translation>卡片张数</translation>
        </message>
        <message>
            <source>every card that may be exported</source>
            <translation>可以导出的全部卡片</translation>
        </message>
        <message>
            <source>{count} cards: {numbers}</source>
            <translation>{count} 张卡：{numbers}</translation>
        </message>
    </context>
    <context>
        <name>ApprovalFacts</name>
        <message>
            <source>Asked by</source>
            <translation>请示人</translation>
        </message>
        <message>
            <source>Cards</source>
            <translation>卡片</translation>
        </message>
        <message>
            <source>Decides</source>
            <translation>由谁批示</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>批注</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>To be approved</source>
            <translation>请示何事</translation>
        </message>
        <message numerus="yes">
            <source>{state} · %n working day(s)</source>
            <translation>
                <numerusform>{state} · 已等 %n 个工作日</numerusform>
            </translation>
        </message>
        <message>
            <source>{state} · until {day}</source>
            <translation>{state} · {day} 前有效</translation>
        </message>
    </context>
    <context>
        <name>ApprovalUse</name>
        <message>
            <source>Go t&amp;here</source>
            <translation>去办理(&amp;H)</translation>
        </message>
        <message>
            <source>R&amp;ead …</source>
            <translation>查阅(&amp;E)…</translation>
        </message>
        <message>
            <source>{number}: in the cabinet, export the same cards again.</source>
            <translation>{number}：请到卡柜，按原样再导出一次。</translation>
        </message>
    </context>
    <context>
        <name>Approvals</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Approval</source>
            <translation>审批单号</translation>
        </message>
        <message>
            <source>Asked by</source>
            <translation>请示人</translation>
        </message>
        <message>
            <source>Asked on</source>
            <translation>请示时间</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Days waiting</source>
            <translation>已等(天)</translation>
        </message>
        <message>
            <source>Decides</source>
            <translation>由谁批示</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>To be approved</source>
            <translation>请示何事</translation>
        </message>
        <message>
            <source>{role} {name}</source>
            <translation>{role} {name}</translation>
        </message>
        <message>
            <source>{some} and {count} more</source>
            <translation>{some} 等，另 {count} 个</translation>
        </message>
    </context>
    <context>
        <name>ApprovalsPage</name>
        <message>
            <source>&amp;Refuse</source>
            <translation>不批准(&amp;R)</translation>
        </message>
        <message>
            <source>Approvals</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>Nothing waits for an approval</source>
            <translation>没有待批的事</translation>
        </message>
        <message>
            <source>Settled ones &amp;too</source>
            <translation>含已了结的(&amp;T)</translation>
        </message>
        <message>
            <source>Used, refused, withdrawn and expired ones too</source>
            <translation>连同已使用、未批准、已撤回和已过期的</translation>
        </message>
        <message>
            <source>Where you may not do something alone, the program offers to ask for an approval. What was asked for stands here until it is decided on and used.</source>
            <translation>凡本人无权独办的事，程序会提示请示。请示过的事列在这里，直到批示并使用。</translation>
        </message>
        <message>
            <source>{number} is withdrawn.</source>
            <translation>{number} 已撤回。</translation>
        </message>
        <message>
            <source>{number} of {person} is granted, until {day}.</source>
            <translation>{person}的 {number} 已批准，{day} 前有效。</translation>
        </message>
        <message>
            <source>{number} of {person} is refused.</source>
            <translation>{person}的 {number} 未批准。</translation>
        </message>
        <message>
            <source>{number}, asked for by {person}: why is it refused?</source>
            <translation>{person}请示的 {number}，为何不批准？</translation>
        </message>
    </context>
    <context>
        <name>AskDialog</name>
        <message>
            <source>&amp;Ask</source>
            <translation>请示(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Reason</source>
            <translation>理由(&amp;R)</translation>
        </message>
        <message>
            <source>Ask for an approval</source>
            <translation>请示</translation>
        </message>
        <message>
            <source>C&amp;lose</source>
            <translation>关闭(&amp;L)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>To be approved</source>
            <translation>请示何事</translation>
        </message>
        <message>
            <source>{number} is asked for. The {role} decides on it, on the page Approvals. Once it is granted, do the same again: it is used up then.</source>
            <translation>已请示：{number}，由{role}在「审批」页批示。批准后再做一次同样的操作即可，该审批随即用掉。</translation>
        </message>
    </context>
    <context>
        <name>AskingButton</name>
        <message numerus="yes">
            <source>%n to verify</source>
            <translation>
                <numerusform>待核实 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Ask next time</source>
            <translation>下次要问</translation>
        </message>
        <message>
            <source>Fresh {percent}%</source>
            <translation>新鲜 {percent}%</translation>
        </message>
        <message>
            <source>Nothing is missing.</source>
            <translation>没有要问的。</translation>
        </message>
        <message>
            <source>Verified unchanged</source>
            <translation>核实无误</translation>
        </message>
        <message>
            <source>What to ask next time, and what was verified unchanged</source>
            <translation>下次要问的内容，以及核实无误</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>{field} · empty</source>
            <translation>{field} · 未填</translation>
        </message>
        <message>
            <source>{field} · to be verified</source>
            <translation>{field} · 待核实</translation>
        </message>
        <message>
            <source>{group} · never verified</source>
            <translation>{group} · 从未核实</translation>
        </message>
        <message>
            <source>{group} · verified {day}</source>
            <translation>{group} · {day} 核实</translation>
        </message>
    </context>
    <context>
        <name>AttachmentDialog</name>
        <message>
            <source>&amp;Brought by</source>
            <translation>经手人(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Kind</source>
            <translation>类型(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Number on it</source>
            <translation>证件编号(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Valid until</source>
            <translation>有效期至(&amp;V)</translation>
        </message>
        <message>
            <source>Kept &amp;where</source>
            <translation>原件存放处(&amp;W)</translation>
        </message>
        <message>
            <source>The office keeps the &amp;original</source>
            <translation>原件由公司保管(&amp;O)</translation>
        </message>
    </context>
    <context>
        <name>AttachmentList</name>
        <message>
            <source>Expired {day}</source>
            <translation>已过期 {day}</translation>
        </message>
        <message>
            <source>Original: {place}</source>
            <translation>原件存放：{place}</translation>
        </message>
        <message>
            <source>Valid until {day}</source>
            <translation>有效期至 {day}</translation>
        </message>
    </context>
    <context>
        <name>AttachmentPanel</name>
        <message numerus="yes">
            <source>%n file(s) added.</source>
            <translation>
                <numerusform>已添加 %n 个文件。</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Add files …</source>
            <translation>添加文件(&amp;A)…</translation>
        </message>
        <message>
            <source>&amp;Details …</source>
            <translation>说明(&amp;D)…</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>粘贴(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Remove …</source>
            <translation>移除(&amp;R)…</translation>
        </message>
        <message>
            <source>A picture or files from the clipboard  (Ctrl+V)</source>
            <translation>剪贴板里的图片或文件（Ctrl+V）</translation>
        </message>
        <message>
            <source>Add files …  (Ins); or drag them here</source>
            <translation>添加文件…（Ins），也可以直接拖进来</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Files to attach</source>
            <translation>选择附件</translation>
        </message>
        <message>
            <source>Kind, number, validity  (F2)</source>
            <translation>类型、编号、有效期（F2）</translation>
        </message>
        <message>
            <source>Let go to attach it to this card.</source>
            <translation>松开鼠标即存入这张卡。</translation>
        </message>
        <message>
            <source>Nothing is attached to this card yet.
Drag files here: business cards, licences, shop fronts, contracts.
Pictures and PDF, up to 10 MB each.</source>
            <translation>这张卡还没有附件。
把文件拖到这里：名片、执照、门头照、合同。
图片或 PDF，每个不超过 10 MB。</translation>
        </message>
        <message>
            <source>Nothing is attached to this card.</source>
            <translation>这张卡没有附件。</translation>
        </message>
        <message>
            <source>Pictures and PDF ({patterns})</source>
            <translation>图片和 PDF ({patterns})</translation>
        </message>
        <message>
            <source>Remove …  (Del)</source>
            <translation>移除…（Del）</translation>
        </message>
        <message>
            <source>There is no picture and no file in the clipboard.</source>
            <translation>剪贴板里没有图片或文件。</translation>
        </message>
    </context>
    <context>
        <name>AttachmentPreview</name>
        <message>
            <source>This PDF is damaged, or asks for a password, and cannot be shown.</source>
            <translation>PDF 已损坏或设有密码，无法显示。</translation>
        </message>
        <message>
            <source>This picture is damaged and cannot be shown.</source>
            <translation>图片已损坏，无法显示。</translation>
        </message>
    </context>
    <context>
        <name>AttachmentWork</name>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Taking files in</source>
            <translation>正在存入附件</translation>
        </message>
        <message>
            <source>The file cannot be read.</source>
            <translation>文件无法读取。</translation>
        </message>
        <message>
            <source>Why does “{name}” go? The office keeps it, but it is not shown.</source>
            <translation>为什么移除“{name}”？原文件仍由公司保留，只是不再显示。</translation>
        </message>
    </context>
    <context>
        <name>AwayColumns</name>
        <message>
            <source>Card</source>
            <translation>卡号</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>应还</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>未录</translation>
        </message>
        <message>
            <source>Out since</source>
            <translation>借出</translation>
        </message>
        <message>
            <source>Overdue {hours} h</source>
            <translation>逾期 {hours} 小时</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>档案位</translation>
        </message>
        <message>
            <source>Recorded ✓</source>
            <translation>已录 ✓</translation>
        </message>
        <message>
            <source>Visit record</source>
            <translation>拜访记录</translation>
        </message>
    </context>
    <context>
        <name>AwayPanel</name>
        <message numerus="yes">
            <source>All with record (%n)</source>
            <translation>
                <numerusform>归还已录 %n 张</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cards home · %n out</source>
            <translation>
                <numerusform>傍晚还卡 · %n 张在外</numerusform>
            </translation>
        </message>
        <message>
            <source>Cards home · none out</source>
            <translation>傍晚还卡 · 无卡在外</translation>
        </message>
        <message>
            <source>Cards that the rep holds</source>
            <translation>业务员手中的卡</translation>
        </message>
    </context>
    <context>
        <name>BackupFacts</name>
        <message>
            <source>It is of a newer version of the program. Update the program first.</source>
            <translation>它来自更新的程序版本，请先更新程序。</translation>
        </message>
        <message>
            <source>It is of an older version and will be brought up to date.</source>
            <translation>它是旧版本的，恢复时会自动升级。</translation>
        </message>
        <message>
            <source>Last card handed out: {at}.</source>
            <translation>最后发卡：{at}。</translation>
        </message>
        <message>
            <source>Last line of the log: {at}, {actor}; head {head}.</source>
            <translation>日志最后一行：{at}，{actor}；链头 {head}。</translation>
        </message>
        <message>
            <source>Last visit: {day}.</source>
            <translation>最后拜访：{day}。</translation>
        </message>
        <message>
            <source>Opened and checked: {cards} cards and {drafts} drafts, {people} people; {cards_out} cards were out.</source>
            <translation>已打开检查：{cards} 张卡片、{drafts} 张待归档、{people} 人；当时在外 {cards_out} 张。</translation>
        </message>
        <message>
            <source>{office}, backed up {made_at}: {cards} cards, {people} people, {loans} loans, {visits} visit records; {size} MB. Opened by the password of {holders} at that time, or by the recovery code of that time.</source>
            <translation>{office}，{made_at} 备份：{cards} 张卡片、{people} 人、{loans} 次借还、{visits} 条拜访记录；{size} MB。用 {holders} 当时的口令，或当时的恢复码打开。</translation>
        </message>
    </context>
    <context>
        <name>BackupKind</name>
        <message>
            <source>before a restore</source>
            <translation>恢复前</translation>
        </message>
        <message>
            <source>before an upgrade</source>
            <translation>升级前</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>手工</translation>
        </message>
        <message>
            <source>daily</source>
            <translation>每日</translation>
        </message>
    </context>
    <context>
        <name>BackupTab</name>
        <message>
            <source>&amp;Back up now</source>
            <translation>立即备份(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Lock and restore</source>
            <translation>上锁并恢复(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Open its folder</source>
            <translation>打开所在文件夹(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Restore …</source>
            <translation>恢复(&amp;R)…</translation>
        </message>
        <message>
            <source>&amp;Second folder …</source>
            <translation>第二备份文件夹(&amp;S)…</translation>
        </message>
        <message>
            <source>A backup is never put over the cabinet in use. The screen locks, and the first page makes a new cabinet of the backup, in a new folder beside this one. Look there whether everything is as it should be, and go on working in the new one.</source>
            <translation>备份不会盖掉正在用的卡柜。屏幕先上锁，再在首页把备份恢复成一个新卡柜，放在旁边的新文件夹里。请在那里核对是否齐全，以后就用新的。</translation>
        </message>
        <message>
            <source>Back up &amp;to a folder …</source>
            <translation>备份到文件夹(&amp;T)…</translation>
        </message>
        <message>
            <source>Backing the cabinet up</source>
            <translation>正在备份卡柜</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>C&amp;heck this backup</source>
            <translation>检查这个备份(&amp;H)</translation>
        </message>
        <message>
            <source>Cards</source>
            <translation>卡片</translation>
        </message>
        <message>
            <source>Checking {file}</source>
            <translation>正在检查 {file}</translation>
        </message>
        <message>
            <source>Copying the backups</source>
            <translation>正在拷贝备份</translation>
        </message>
        <message>
            <source>Each day a backup is made by itself, and in the evening once more. Of these the newest of 7 days, 5 weeks and 12 months stay; what was made by hand or before an upgrade stays until you remove it. A backup counts only once it was opened, decrypted, checked and counted.</source>
            <translation>每天自动备份一次，锁柜后再备份一次。自动备份保留最近 7 天、5 周、12 个月各自最新的一份；手工的和升级前的一直保留，由您自己清理。备份只有打开、解密、检查、清点过才算数。</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Last checked</source>
            <translation>上次检查</translation>
        </message>
        <message>
            <source>MB</source>
            <translation>MB</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>制作时间</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状况</translation>
        </message>
        <message>
            <source>The second folder for backups</source>
            <translation>第二备份文件夹</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>Where the backup shall lie</source>
            <translation>备份放在哪里</translation>
        </message>
        <message>
            <source>{file} is sound: opened, decrypted and checked, {cards} cards.</source>
            <translation>{file} 完好：已打开、解密、检查，共 {cards} 张卡片。</translation>
        </message>
    </context>
    <context>
        <name>BackupWords</name>
        <message>
            <source>It is older than a working day: back up now.</source>
            <translation>已超过一个工作日，请现在备份。</translation>
        </message>
        <message>
            <source>It was put elsewhere, as {file}.</source>
            <translation>它放在别处，文件名 {file}。</translation>
        </message>
        <message>
            <source>Last good backup: {when}, opened and checked.</source>
            <translation>上一次完好的备份：{when}，已打开检查过。</translation>
        </message>
        <message>
            <source>Last good backup: {when}, {cards} cards, opened and checked.</source>
            <translation>上一次完好的备份：{when}，{cards} 张卡片，已打开检查过。</translation>
        </message>
        <message>
            <source>No second folder. A second copy on a stick, another disk or a network folder is there when this computer is not.</source>
            <translation>没有第二备份文件夹。另存一份到 U 盘、另一块磁盘或网络文件夹，这台电脑坏了、丢了也不怕。</translation>
        </message>
        <message>
            <source>Second folder {folder}: last copy {when}, read back and checked.</source>
            <translation>第二备份文件夹 {folder}：上次拷贝 {when}，已读回检查过。</translation>
        </message>
        <message>
            <source>Second folder {folder}: no copy since {when}. {reason}</source>
            <translation>第二备份文件夹 {folder}：{when} 起没有拷贝成功。{reason}</translation>
        </message>
        <message>
            <source>Second folder {folder}: nothing copied yet.</source>
            <translation>第二备份文件夹 {folder}：还没有拷贝过。</translation>
        </message>
        <message>
            <source>There is no good backup yet.</source>
            <translation>还没有完好的备份。</translation>
        </message>
        <message>
            <source>cabinet</source>
            <translation>卡柜</translation>
        </message>
        <message>
            <source>not opened yet</source>
            <translation>尚未打开检查</translation>
        </message>
        <message>
            <source>second folder</source>
            <translation>第二文件夹</translation>
        </message>
        <message>
            <source>sound</source>
            <translation>完好</translation>
        </message>
        <message>
            <source>today {time}</source>
            <translation>今天 {time}</translation>
        </message>
        <message>
            <source>yesterday {time}</source>
            <translation>昨天 {time}</translation>
        </message>
    </context>
    <context>
        <name>Badge</name>
        <message>
            <source>Badges</source>
            <translation>工牌</translation>
        </message>
    </context>
    <context>
        <name>Bench</name>
        <message>
            <source>A letter in the filter, 95 of 100</source>
            <translation>筛选框输入一个字母，95% 值</translation>
        </message>
        <message>
            <source>A letter in the filter, beside a bare list</source>
            <translation>筛选框输入一个字母，对比空白列表</translation>
        </message>
        <message>
            <source>Cards handed out each time</source>
            <translation>每次发出的卡数</translation>
        </message>
        <message>
            <source>Derivation of a real office's key</source>
            <translation>由口令推导正式办事处的密钥</translation>
        </message>
        <message>
            <source>Derivation of the sample office's key, taken off</source>
            <translation>由口令推导样例办事处的密钥（已扣除）</translation>
        </message>
        <message>
            <source>Dismissing one of twenty, 100,000 cards, beside a bare backup</source>
            <translation>20 人、10 万张卡的办公室注销一人，对比裸备份</translation>
        </message>
        <message>
            <source>Encrypting one backup of them anew</source>
            <translation>给其中一份备份重新加密</translation>
        </message>
        <message>
            <source>Exporting every card as a list, beside bare XlsxWriter</source>
            <translation>导出全部卡片的常用清单，对照单用 XlsxWriter</translation>
        </message>
        <message>
            <source>Exporting every card with all its columns</source>
            <translation>导出全部卡片的全部项目</translation>
        </message>
        <message>
            <source>Exporting: from Cancel until it has stopped</source>
            <translation>导出：从取消到停下</translation>
        </message>
        <message>
            <source>Exporting: the longest silence of the progress</source>
            <translation>导出：进度最久不动的时间</translation>
        </message>
        <message>
            <source>Faces of the paper cards, with what goes on</source>
            <translation>纸质卡的面数（含续页）</translation>
        </message>
        <message>
            <source>From Cancel to an import undone</source>
            <translation>从取消到导入全部撤销</translation>
        </message>
        <message>
            <source>From Enter to a usable list of cards, beside a bare window's start</source>
            <translation>按回车到卡片列表可用，对比空窗口启动</translation>
        </message>
        <message>
            <source>From choosing a rep to his sheet in view, beside bare QtPdf</source>
            <translation>从选中业务员到看见其计划单，对比直接用 QtPdf</translation>
        </message>
        <message>
            <source>From choosing a rep to his sheet in view, the longest</source>
            <translation>从选中业务员到看见其计划单，最长一次</translation>
        </message>
        <message>
            <source>From the key to the cards shown as out (p95), beside a bare list</source>
            <translation>从按键到屏幕显示已发出（p95），对比空白列表</translation>
        </message>
        <message>
            <source>From the key to the cards shown as out, the first time</source>
            <translation>从按键到屏幕显示已发出，第一次</translation>
        </message>
        <message>
            <source>From the key to the cards shown as out, the median</source>
            <translation>从按键到屏幕显示已发出，中位数</translation>
        </message>
        <message>
            <source>Handing out fifteen cards, 95 of 100</source>
            <translation>发出 15 张卡，95% 值</translation>
        </message>
        <message>
            <source>Handing out fifteen cards, beside the same rows by bare sqlcipher3</source>
            <translation>发出 15 张卡，对比直接用 sqlcipher3 写同样的行</translation>
        </message>
        <message>
            <source>Importing a file, beside bare calamine and sqlcipher3</source>
            <translation>导入一个文件，对比直接用 calamine 读、sqlcipher3 写</translation>
        </message>
        <message>
            <source>Loading the print font, taken off</source>
            <translation>装入打印字体，已扣除</translation>
        </message>
        <message>
            <source>Locking: until all is covered (p95), beside a bare sheet</source>
            <translation>上锁：到全部遮住为止（95% 值），对比一张空白遮板</translation>
        </message>
        <message>
            <source>Locking: until all is covered, the median</source>
            <translation>上锁：到全部遮住为止，中位数</translation>
        </message>
        <message>
            <source>Locking: until the key is forgotten, beside a bare log-out</source>
            <translation>上锁：到密钥清除为止，对比不带窗口的退出</translation>
        </message>
        <message>
            <source>Making a hundred thousand cards</source>
            <translation>准备 10 万张卡</translation>
        </message>
        <message>
            <source>Making full cards</source>
            <translation>造好满卡</translation>
        </message>
        <message>
            <source>Making one backup of them, checked</source>
            <translation>做一份经校验的备份</translation>
        </message>
        <message>
            <source>Making the sample office</source>
            <translation>建立样例办事处</translation>
        </message>
        <message>
            <source>Making the years behind the day, and its plans</source>
            <translation>生成往年借还记录和当日计划</translation>
        </message>
        <message>
            <source>Memory of a thousand faces, beside that before</source>
            <translation>一千个卡面占用的内存，与绘制前相比</translation>
        </message>
        <message>
            <source>Opening a card, 95 of 100</source>
            <translation>打开一张卡，95% 值</translation>
        </message>
        <message>
            <source>Opening a card, beside filling as many bare editors</source>
            <translation>打开一张卡，对比填写同样多的空白输入框</translation>
        </message>
        <message>
            <source>Pages of the packet, without empty backs</source>
            <translation>整套打印的页数，不计空白背面</translation>
        </message>
        <message>
            <source>Paper cards drawn by one process, beside bare ReportLab</source>
            <translation>一个进程绘制纸质卡，与单用 ReportLab 相比</translation>
        </message>
        <message>
            <source>Paper cards drawn by two processes, beside bare ReportLab</source>
            <translation>两个进程绘制纸质卡，与单用 ReportLab 相比</translation>
        </message>
        <message>
            <source>Plans and cards of eight reps drawn, beside bare ReportLab</source>
            <translation>画出 8 人的计划和卡片，对比直接用 ReportLab</translation>
        </message>
        <message>
            <source>Reading the paper cards from the cabinet</source>
            <translation>从档案柜读出这些卡</translation>
        </message>
        <message>
            <source>Restoring 100,000 cards, beside a bare backup</source>
            <translation>恢复 10 万张卡的备份，对比裸备份</translation>
        </message>
        <message>
            <source>Rows that a suggestion reads</source>
            <translation>一次推荐读取的行数</translation>
        </message>
        <message>
            <source>Saving a card, 95 of 100</source>
            <translation>保存一张卡，95% 值</translation>
        </message>
        <message>
            <source>Saving a card, beside the same rows by bare sqlcipher3</source>
            <translation>保存一张卡，对比用 sqlcipher3 直接写入同样的行</translation>
        </message>
        <message>
            <source>Size of the exported workbook</source>
            <translation>导出工作簿的大小</translation>
        </message>
        <message>
            <source>Size of their database</source>
            <translation>其数据库大小</translation>
        </message>
        <message>
            <source>Suggesting a rep's day, 95 of 100</source>
            <translation>推荐一天的客户，95% 值</translation>
        </message>
        <message>
            <source>Suggesting a rep's day, beside the same rows read bare</source>
            <translation>为一名业务员推荐一天的客户，对比直接读同样的行</translation>
        </message>
        <message>
            <source>Taking fifteen cards home with their visit records</source>
            <translation>收回 15 张卡并登记拜访记录</translation>
        </message>
        <message>
            <source>The first card after the start</source>
            <translation>启动后打开的第一张卡</translation>
        </message>
        <message>
            <source>The first checkout after the start</source>
            <translation>启动后第一次发卡</translation>
        </message>
        <message>
            <source>The first packet after the start</source>
            <translation>启动后第一套</translation>
        </message>
        <message>
            <source>The first save after the start</source>
            <translation>启动后第一次保存</translation>
        </message>
        <message>
            <source>The first sheet in view after the start</source>
            <translation>启动后第一次看见计划单</translation>
        </message>
        <message>
            <source>The first suggestion after the start</source>
            <translation>启动后第一次推荐</translation>
        </message>
        <message>
            <source>The floor: one page written until the disk has it</source>
            <translation>底线：写一页直到落盘</translation>
        </message>
        <message>
            <source>The floor: painting an empty window</source>
            <translation>底线：重画一个空窗口</translation>
        </message>
        <message>
            <source>The longest time without progress in an import</source>
            <translation>导入时进度最长的停顿</translation>
        </message>
        <message>
            <source>The next card, 95 of 100</source>
            <translation>翻到下一张卡，95% 值</translation>
        </message>
        <message>
            <source>The next card, beside filling as many bare editors</source>
            <translation>翻到下一张卡，对比填写同样多的空白输入框</translation>
        </message>
        <message>
            <source>The same cells by bare XlsxWriter</source>
            <translation>同样内容单用 XlsxWriter</translation>
        </message>
        <message>
            <source>The same rows by bare sqlcipher3, 95 of 100</source>
            <translation>sqlcipher3 直接写入同样的行，95% 值</translation>
        </message>
        <message>
            <source>The same rows of a checkout, 95 of 100</source>
            <translation>sqlcipher3 直接写入发卡的同样行，95% 值</translation>
        </message>
        <message>
            <source>The same rows of a return by bare sqlcipher3</source>
            <translation>sqlcipher3 直接写入还卡的同样行</translation>
        </message>
    </context>
    <context>
        <name>CandidatePanel</name>
        <message>
            <source>Customers who are not on the plan</source>
            <translation>未排入的客户</translation>
        </message>
        <message>
            <source>Find a customer of the rep</source>
            <translation>查找该业务员的客户</translation>
        </message>
        <message>
            <source>Looking who else is due …</source>
            <translation>正在查看还有谁到期 …</translation>
        </message>
        <message>
            <source>Name, pinyin, phone or card number …  (Ins)</source>
            <translation>名称、拼音、电话或卡号 …  (Ins)</translation>
        </message>
        <message>
            <source>No customer of this rep is called like that.</source>
            <translation>该业务员没有这样的客户。</translation>
        </message>
        <message>
            <source>Nobody else is due. Type a name to add any other customer of the rep.</source>
            <translation>没有其他到期客户。输入名称，可加入该业务员的任何客户。</translation>
        </message>
        <message>
            <source>Not on the plan</source>
            <translation>未排入</translation>
        </message>
        <message>
            <source>Once there is a plan, who is left out of it stands here, with why.</source>
            <translation>编好计划后，未排入的客户和原因列在这里。</translation>
        </message>
    </context>
    <context>
        <name>CardActions</name>
        <message>
            <source>&amp;File</source>
            <translation>编号归档(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Merge with another card …</source>
            <translation>与另一张卡合并(&amp;M)…</translation>
        </message>
        <message>
            <source>&amp;Pass</source>
            <translation>通过(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Print …</source>
            <translation>打印(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;Refresh</source>
            <translation>刷新(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>保存(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>撤销(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Undo the merge …</source>
            <translation>撤销并卡(&amp;U)…</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>背面</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>返回列表</translation>
        </message>
        <message>
            <source>E&amp;xport …</source>
            <translation>导出(&amp;X)…</translation>
        </message>
        <message>
            <source>Front</source>
            <translation>正面</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历次变更</translation>
        </message>
        <message>
            <source>I&amp;mport …</source>
            <translation>导入(&amp;M)…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>New &amp;individual card</source>
            <translation>新建个体卡(&amp;I)</translation>
        </message>
        <message>
            <source>New company &amp;card</source>
            <translation>新建企业卡(&amp;C)</translation>
        </message>
        <message>
            <source>Next card</source>
            <translation>下一张</translation>
        </message>
        <message>
            <source>Previous card</source>
            <translation>上一张</translation>
        </message>
        <message>
            <source>Re&amp;do</source>
            <translation>恢复(&amp;D)</translation>
        </message>
        <message>
            <source>Re&amp;ject …</source>
            <translation>不予建卡(&amp;J)…</translation>
        </message>
        <message>
            <source>Re&amp;vert</source>
            <translation>还原(&amp;V)</translation>
        </message>
        <message>
            <source>Send &amp;back …</source>
            <translation>退回补填(&amp;B)…</translation>
        </message>
    </context>
    <context>
        <name>CardChoice</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>1–30 days</source>
            <translation>1–30天</translation>
        </message>
        <message>
            <source>31–60 days</source>
            <translation>31–60天</translation>
        </message>
        <message>
            <source>61–90 days</source>
            <translation>61–90天</translation>
        </message>
        <message>
            <source>91–180 days</source>
            <translation>91–180天</translation>
        </message>
        <message>
            <source>A</source>
            <translation>A</translation>
        </message>
        <message>
            <source>AA</source>
            <translation>AA</translation>
        </message>
        <message>
            <source>AAA</source>
            <translation>AAA</translation>
        </message>
        <message>
            <source>Abandoned customer</source>
            <translation>放弃客户</translation>
        </message>
        <message>
            <source>Acceptance bill</source>
            <translation>承兑汇票</translation>
        </message>
        <message>
            <source>Achang</source>
            <translation>阿昌族</translation>
        </message>
        <message>
            <source>Acquaintances</source>
            <translation>熟人法</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>代理商</translation>
        </message>
        <message>
            <source>Alipay</source>
            <translation>支付宝</translation>
        </message>
        <message>
            <source>Approver</source>
            <translation>批准者</translation>
        </message>
        <message>
            <source>Authorisation</source>
            <translation>授权书</translation>
        </message>
        <message>
            <source>Average</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>B</source>
            <translation>B</translation>
        </message>
        <message>
            <source>Bachelor</source>
            <translation>本科</translation>
        </message>
        <message>
            <source>Bai</source>
            <translation>白族</translation>
        </message>
        <message>
            <source>Bank permit</source>
            <translation>开户许可</translation>
        </message>
        <message>
            <source>Bank transfer</source>
            <translation>银行转账</translation>
        </message>
        <message>
            <source>Blang</source>
            <translation>布朗族</translation>
        </message>
        <message>
            <source>Bonan</source>
            <translation>保安族</translation>
        </message>
        <message>
            <source>Bought list</source>
            <translation>直接购买法</translation>
        </message>
        <message>
            <source>Broker</source>
            <translation>经纪人</translation>
        </message>
        <message>
            <source>Business card</source>
            <translation>名片</translation>
        </message>
        <message>
            <source>Business licence</source>
            <translation>营业执照</translation>
        </message>
        <message>
            <source>Buyei</source>
            <translation>布依族</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>采购者</translation>
        </message>
        <message>
            <source>By carrier</source>
            <translation>托运</translation>
        </message>
        <message>
            <source>C</source>
            <translation>C</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>Cash on delivery</source>
            <translation>货到付款</translation>
        </message>
        <message>
            <source>Cheque</source>
            <translation>支票</translation>
        </message>
        <message>
            <source>Chosen</source>
            <translation>朝鲜族</translation>
        </message>
        <message>
            <source>Cold visits</source>
            <translation>直接访问法</translation>
        </message>
        <message>
            <source>Collective enterprise</source>
            <translation>集体企业</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>企业客户</translation>
        </message>
        <message>
            <source>Confidential</source>
            <translation>机密</translation>
        </message>
        <message>
            <source>Consignee</source>
            <translation>寄售商</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>合同</translation>
        </message>
        <message>
            <source>Current customer</source>
            <translation>现有客户</translation>
        </message>
        <message>
            <source>Dai</source>
            <translation>傣族</translation>
        </message>
        <message>
            <source>Daur</source>
            <translation>达斡尔族</translation>
        </message>
        <message>
            <source>Deang</source>
            <translation>德昂族</translation>
        </message>
        <message>
            <source>Decider</source>
            <translation>决策者</translation>
        </message>
        <message>
            <source>Delinquent</source>
            <translation>拖欠</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>送货</translation>
        </message>
        <message>
            <source>Derung</source>
            <translation>独龙族</translation>
        </message>
        <message>
            <source>Difficult</source>
            <translation>为难</translation>
        </message>
        <message>
            <source>Directories</source>
            <translation>名单寻找法</translation>
        </message>
        <message>
            <source>Display equipment</source>
            <translation>陈列设备</translation>
        </message>
        <message>
            <source>Distributor</source>
            <translation>经销商</translation>
        </message>
        <message>
            <source>Dong</source>
            <translation>侗族</translation>
        </message>
        <message>
            <source>Dongxiang</source>
            <translation>东乡族</translation>
        </message>
        <message>
            <source>E-mail and messages</source>
            <translation>电子邮件法</translation>
        </message>
        <message>
            <source>End user</source>
            <translation>终端用户</translation>
        </message>
        <message>
            <source>Enquiries</source>
            <translation>询问记录法</translation>
        </message>
        <message>
            <source>Ewenki</source>
            <translation>鄂温克族</translation>
        </message>
        <message>
            <source>Exclusive</source>
            <translation>独家</translation>
        </message>
        <message>
            <source>Farmers' cooperative</source>
            <translation>农民专业合作社</translation>
        </message>
        <message>
            <source>Feedback</source>
            <translation>反馈信息法</translation>
        </message>
        <message>
            <source>Female</source>
            <translation>女</translation>
        </message>
        <message>
            <source>Foreign-invested enterprise</source>
            <translation>外商投资企业</translation>
        </message>
        <message>
            <source>Future customer</source>
            <translation>未来客户</translation>
        </message>
        <message>
            <source>Gaoshan</source>
            <translation>高山族</translation>
        </message>
        <message>
            <source>Gatekeeper</source>
            <translation>信息控制者</translation>
        </message>
        <message>
            <source>Gelao</source>
            <translation>仡佬族</translation>
        </message>
        <message>
            <source>General VAT payer</source>
            <translation>一般纳税人</translation>
        </message>
        <message>
            <source>Gift</source>
            <translation>礼品</translation>
        </message>
        <message>
            <source>Gin</source>
            <translation>京族</translation>
        </message>
        <message>
            <source>Han</source>
            <translation>汉族</translation>
        </message>
        <message>
            <source>Hani</source>
            <translation>哈尼族</translation>
        </message>
        <message>
            <source>Hezhen</source>
            <translation>赫哲族</translation>
        </message>
        <message>
            <source>Hospitality</source>
            <translation>招待</translation>
        </message>
        <message>
            <source>Hui</source>
            <translation>回族</translation>
        </message>
        <message>
            <source>Individual</source>
            <translation>个体客户</translation>
        </message>
        <message>
            <source>Influencer</source>
            <translation>影响者</translation>
        </message>
        <message>
            <source>Internal</source>
            <translation>秘密</translation>
        </message>
        <message>
            <source>Interrupted customer</source>
            <translation>中断客户</translation>
        </message>
        <message>
            <source>Jingpo</source>
            <translation>景颇族</translation>
        </message>
        <message>
            <source>Jino</source>
            <translation>基诺族</translation>
        </message>
        <message>
            <source>Joint-stock company</source>
            <translation>股份有限公司</translation>
        </message>
        <message>
            <source>Junior college</source>
            <translation>大专</translation>
        </message>
        <message>
            <source>Junior school or less</source>
            <translation>初中及以下</translation>
        </message>
        <message>
            <source>Kazak</source>
            <translation>哈萨克族</translation>
        </message>
        <message>
            <source>Kirgiz</source>
            <translation>柯尔克孜族</translation>
        </message>
        <message>
            <source>Lahu</source>
            <translation>拉祜族</translation>
        </message>
        <message>
            <source>Leased</source>
            <translation>租赁</translation>
        </message>
        <message>
            <source>Legal representative</source>
            <translation>法定代表人</translation>
        </message>
        <message>
            <source>Lhoba</source>
            <translation>珞巴族</translation>
        </message>
        <message>
            <source>Li</source>
            <translation>黎族</translation>
        </message>
        <message>
            <source>Licensed sole trader</source>
            <translation>个体工商户</translation>
        </message>
        <message>
            <source>Limited company</source>
            <translation>有限责任公司</translation>
        </message>
        <message>
            <source>Lisu</source>
            <translation>傈僳族</translation>
        </message>
        <message>
            <source>Main</source>
            <translation>主要</translation>
        </message>
        <message>
            <source>Maker's sales company</source>
            <translation>制造商销售公司</translation>
        </message>
        <message>
            <source>Male</source>
            <translation>男</translation>
        </message>
        <message>
            <source>Man</source>
            <translation>满族</translation>
        </message>
        <message>
            <source>Manufacturer's agent</source>
            <translation>生产者代理商</translation>
        </message>
        <message>
            <source>Maonan</source>
            <translation>毛南族</translation>
        </message>
        <message>
            <source>Married</source>
            <translation>已婚</translation>
        </message>
        <message>
            <source>Miao</source>
            <translation>苗族</translation>
        </message>
        <message>
            <source>Monba</source>
            <translation>门巴族</translation>
        </message>
        <message>
            <source>Mongol</source>
            <translation>蒙古族</translation>
        </message>
        <message>
            <source>Month end</source>
            <translation>月末</translation>
        </message>
        <message>
            <source>Mulao</source>
            <translation>仫佬族</translation>
        </message>
        <message>
            <source>Naxi</source>
            <translation>纳西族</translation>
        </message>
        <message>
            <source>Neutral</source>
            <translation>中立</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新</translation>
        </message>
        <message>
            <source>New registrations</source>
            <translation>新增记录法</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Not a VAT payer</source>
            <translation>非增值税纳税人</translation>
        </message>
        <message>
            <source>Not applicable</source>
            <translation>不适用</translation>
        </message>
        <message>
            <source>Not due</source>
            <translation>未到期</translation>
        </message>
        <message>
            <source>Not filled in</source>
            <translation>未填</translation>
        </message>
        <message>
            <source>Nu</source>
            <translation>怒族</translation>
        </message>
        <message>
            <source>Occasional</source>
            <translation>零星</translation>
        </message>
        <message>
            <source>Operating manager</source>
            <translation>经营管理者</translation>
        </message>
        <message>
            <source>Opposed</source>
            <translation>反对</translation>
        </message>
        <message>
            <source>Oroqen</source>
            <translation>鄂伦春族</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Over 180 days</source>
            <translation>180天以上</translation>
        </message>
        <message>
            <source>Own old records</source>
            <translation>原始记录法</translation>
        </message>
        <message>
            <source>Owned</source>
            <translation>自有</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>所有者</translation>
        </message>
        <message>
            <source>Partnership</source>
            <translation>合伙企业</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Picked up</source>
            <translation>自提</translation>
        </message>
        <message>
            <source>Postgraduate</source>
            <translation>研究生</translation>
        </message>
        <message>
            <source>Prepaid</source>
            <translation>预付款</translation>
        </message>
        <message>
            <source>Press and yearbooks</source>
            <translation>报刊名册法</translation>
        </message>
        <message>
            <source>Promotion support</source>
            <translation>促销支持</translation>
        </message>
        <message>
            <source>Prompt</source>
            <translation>爽快</translation>
        </message>
        <message>
            <source>Pros.</source>
            <translation>潜</translation>
        </message>
        <message>
            <source>Prospect</source>
            <translation>潜在客户</translation>
        </message>
        <message>
            <source>Public body</source>
            <translation>机关事业单位</translation>
        </message>
        <message>
            <source>Pumi</source>
            <translation>普米族</translation>
        </message>
        <message>
            <source>Qiang</source>
            <translation>羌族</translation>
        </message>
        <message>
            <source>Rebate</source>
            <translation>返利</translation>
        </message>
        <message>
            <source>Referral chain</source>
            <translation>无限连锁法</translation>
        </message>
        <message>
            <source>Regular</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Repeat sales</source>
            <translation>重复销售法</translation>
        </message>
        <message>
            <source>Retailer</source>
            <translation>零售商</translation>
        </message>
        <message>
            <source>Russ</source>
            <translation>俄罗斯族</translation>
        </message>
        <message>
            <source>Salar</source>
            <translation>撒拉族</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>样品</translation>
        </message>
        <message>
            <source>Secondary school</source>
            <translation>高中中专</translation>
        </message>
        <message>
            <source>Secret</source>
            <translation>绝密</translation>
        </message>
        <message>
            <source>Selling agent</source>
            <translation>销售代理商</translation>
        </message>
        <message>
            <source>She</source>
            <translation>畲族</translation>
        </message>
        <message>
            <source>Slow</source>
            <translation>迟缓</translation>
        </message>
        <message>
            <source>Small-scale VAT payer</source>
            <translation>小规模纳税人</translation>
        </message>
        <message>
            <source>Social relations</source>
            <translation>社会关系法</translation>
        </message>
        <message>
            <source>Sole proprietorship</source>
            <translation>个人独资企业</translation>
        </message>
        <message>
            <source>State-owned enterprise</source>
            <translation>国有企业</translation>
        </message>
        <message>
            <source>Sui</source>
            <translation>水族</translation>
        </message>
        <message>
            <source>Supportive</source>
            <translation>支持</translation>
        </message>
        <message>
            <source>Swapped leads</source>
            <translation>互利互惠法</translation>
        </message>
        <message>
            <source>Tajik</source>
            <translation>塔吉克族</translation>
        </message>
        <message>
            <source>Tatar</source>
            <translation>塔塔尔族</translation>
        </message>
        <message>
            <source>Technical support</source>
            <translation>技术支持</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>培训</translation>
        </message>
        <message>
            <source>Tu</source>
            <translation>土族</translation>
        </message>
        <message>
            <source>Tujia</source>
            <translation>土家族</translation>
        </message>
        <message>
            <source>Unmarried</source>
            <translation>未婚</translation>
        </message>
        <message>
            <source>Unrated</source>
            <translation>未评</translation>
        </message>
        <message>
            <source>User</source>
            <translation>使用者</translation>
        </message>
        <message>
            <source>Uygur</source>
            <translation>维吾尔族</translation>
        </message>
        <message>
            <source>Uzbek</source>
            <translation>乌孜别克族</translation>
        </message>
        <message>
            <source>Va</source>
            <translation>佤族</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>拜访</translation>
        </message>
        <message>
            <source>WeChat Pay</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>Wholesaler</source>
            <translation>批发商</translation>
        </message>
        <message>
            <source>Xibe</source>
            <translation>锡伯族</translation>
        </message>
        <message>
            <source>Yao</source>
            <translation>瑶族</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>Yi</source>
            <translation>彝族</translation>
        </message>
        <message>
            <source>Yugur</source>
            <translation>裕固族</translation>
        </message>
        <message>
            <source>Zang</source>
            <translation>藏族</translation>
        </message>
        <message>
            <source>Zhuang</source>
            <translation>壮族</translation>
        </message>
    </context>
    <context>
        <name>CardColumns</name>
        <message>
            <source>Class</source>
            <translation>级</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Filled</source>
            <translation>完整度</translation>
        </message>
        <message>
            <source>Last visit</source>
            <translation>上次拜访</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>卡号</translation>
        </message>
        <message>
            <source>Rep</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>{number}, old number {old}</source>
            <translation>{number}，旧卡号 {old}</translation>
        </message>
        <message>
            <source>{percent:.1f} %, incomplete</source>
            <translation>{percent:.1f} %，资料不全</translation>
        </message>
        <message>
            <source>{rep}, district {district}</source>
            <translation>{rep}，片区 {district}</translation>
        </message>
    </context>
    <context>
        <name>CardField</name>
        <message>
            <source>Accepted by</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Accompanied by</source>
            <translation>随访人</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Anniversary</source>
            <translation>纪念日</translation>
        </message>
        <message>
            <source>Annual turnover</source>
            <translation>年营业额</translation>
        </message>
        <message>
            <source>Annual turnover of (year)</source>
            <translation>年营业额所属年份</translation>
        </message>
        <message>
            <source>Answer by</source>
            <translation>答复期限</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>Area of the premises</source>
            <translation>经营场所面积</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>到达</translation>
        </message>
        <message>
            <source>Asked on</source>
            <translation>调查日</translation>
        </message>
        <message>
            <source>Associations</source>
            <translation>社团/协会</translation>
        </message>
        <message>
            <source>Attitude to our firm</source>
            <translation>对本公司态度</translation>
        </message>
        <message>
            <source>Attitude to us</source>
            <translation>对我态度</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>归还</translation>
        </message>
        <message>
            <source>Balance as of</source>
            <translation>余额日期</translation>
        </message>
        <message>
            <source>Balance owed</source>
            <translation>欠款余额</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>开户银行</translation>
        </message>
        <message>
            <source>Bank account</source>
            <translation>银行账号</translation>
        </message>
        <message>
            <source>Birthplace</source>
            <translation>出生地</translation>
        </message>
        <message>
            <source>Born / from / ethnicity</source>
            <translation>出生/籍贯/民族</translation>
        </message>
        <message>
            <source>Brought by</source>
            <translation>经手人</translation>
        </message>
        <message>
            <source>Business address</source>
            <translation>经营地址</translation>
        </message>
        <message>
            <source>Business background</source>
            <translation>业务背景</translation>
        </message>
        <message>
            <source>Business relation with our firm</source>
            <translation>与本企业的业务关系</translation>
        </message>
        <message>
            <source>Business relation with us</source>
            <translation>与本企业业务关系</translation>
        </message>
        <message>
            <source>Buying habits</source>
            <translation>购买习惯</translation>
        </message>
        <message>
            <source>Buying roles</source>
            <translation>采购角色</translation>
        </message>
        <message>
            <source>Buying roles known</source>
            <translation>采购角色识别</translation>
        </message>
        <message>
            <source>Card no.</source>
            <translation>卡号</translation>
        </message>
        <message>
            <source>Career</source>
            <translation>工作经历</translation>
        </message>
        <message>
            <source>Changed by</source>
            <translation>修订人</translation>
        </message>
        <message>
            <source>Changed field</source>
            <translation>修订项</translation>
        </message>
        <message>
            <source>Changed on</source>
            <translation>修订日期</translation>
        </message>
        <message>
            <source>Changes for the card</source>
            <translation>修订建议</translation>
        </message>
        <message>
            <source>Children</source>
            <translation>子女</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>客户等级</translation>
        </message>
        <message>
            <source>Clerk signs</source>
            <translation>专管员签字</translation>
        </message>
        <message>
            <source>Collected</source>
            <translation>回款</translation>
        </message>
        <message>
            <source>Collected (yuan)</source>
            <translation>回款(元)</translation>
        </message>
        <message>
            <source>Company image</source>
            <translation>企业形象</translation>
        </message>
        <message>
            <source>Company plans</source>
            <translation>企业规划</translation>
        </message>
        <message>
            <source>Complaints, quality, returns</source>
            <translation>投诉、质量、退货</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Cooperation</source>
            <translation>合作态度</translation>
        </message>
        <message>
            <source>Countermeasures</source>
            <translation>未来对策</translation>
        </message>
        <message>
            <source>Credit grade</source>
            <translation>信用等级</translation>
        </message>
        <message>
            <source>Credit limit</source>
            <translation>信用额度</translation>
        </message>
        <message>
            <source>Credit score</source>
            <translation>信用评分</translation>
        </message>
        <message>
            <source>Credit term</source>
            <translation>账期</translation>
        </message>
        <message>
            <source>Customer type</source>
            <translation>客户类型</translation>
        </message>
        <message>
            <source>Customer's goal</source>
            <translation>客户目标</translation>
        </message>
        <message>
            <source>Customer's opinion</source>
            <translation>客户评价</translation>
        </message>
        <message>
            <source>Customer's plans</source>
            <translation>客户计划</translation>
        </message>
        <message>
            <source>Customer's sales (10,000 yuan)</source>
            <translation>客户总销售额(万元)</translation>
        </message>
        <message>
            <source>Customer's whole demand</source>
            <translation>客户总需求</translation>
        </message>
        <message>
            <source>Date of birth</source>
            <translation>出生日期</translation>
        </message>
        <message>
            <source>Decider known</source>
            <translation>已识别决策者</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>交货方式</translation>
        </message>
        <message>
            <source>Delivery address</source>
            <translation>收货地址</translation>
        </message>
        <message>
            <source>Direction</source>
            <translation>经营方向</translation>
        </message>
        <message>
            <source>Discussed on</source>
            <translation>讨论日期</translation>
        </message>
        <message>
            <source>Dislikes</source>
            <translation>反感</translation>
        </message>
        <message>
            <source>Display and promotion</source>
            <translation>陈列/促销</translation>
        </message>
        <message>
            <source>District</source>
            <translation>片区</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮箱</translation>
        </message>
        <message>
            <source>Eating habits</source>
            <translation>饮食习惯</translation>
        </message>
        <message>
            <source>Education</source>
            <translation>学历</translation>
        </message>
        <message>
            <source>Education / experience</source>
            <translation>学历/经历</translation>
        </message>
        <message>
            <source>Effect</source>
            <translation>效果</translation>
        </message>
        <message>
            <source>Employees</source>
            <translation>员工人数</translation>
        </message>
        <message>
            <source>Employer</source>
            <translation>工作单位</translation>
        </message>
        <message>
            <source>Ethnicity</source>
            <translation>民族</translation>
        </message>
        <message>
            <source>Etiquette</source>
            <translation>礼节备注</translation>
        </message>
        <message>
            <source>Experience</source>
            <translation>经历</translation>
        </message>
        <message>
            <source>Family</source>
            <translation>家庭背景</translation>
        </message>
        <message>
            <source>Family life</source>
            <translation>家庭情况</translation>
        </message>
        <message>
            <source>Fax</source>
            <translation>传真</translation>
        </message>
        <message>
            <source>Filled by</source>
            <translation>填卡人</translation>
        </message>
        <message>
            <source>Focus customer</source>
            <translation>重点客户</translation>
        </message>
        <message>
            <source>For whom or what</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Founded</source>
            <translation>创业时间</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>客户全称</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>差距</translation>
        </message>
        <message>
            <source>Gender</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Good moment</source>
            <translation>时机合适</translation>
        </message>
        <message>
            <source>Growth on the year</source>
            <translation>同比增长</translation>
        </message>
        <message>
            <source>Growth potential</source>
            <translation>发展潜力</translation>
        </message>
        <message>
            <source>Hobbies</source>
            <translation>兴趣爱好</translation>
        </message>
        <message>
            <source>Home address</source>
            <translation>住址</translation>
        </message>
        <message>
            <source>How promotions run</source>
            <translation>促销执行情况</translation>
        </message>
        <message>
            <source>Importance</source>
            <translation>重要度</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>所属行业</translation>
        </message>
        <message>
            <source>Influence</source>
            <translation>影响力</translation>
        </message>
        <message>
            <source>Initials</source>
            <translation>助记码</translation>
        </message>
        <message>
            <source>Introduced by</source>
            <translation>介绍人</translation>
        </message>
        <message>
            <source>Key account</source>
            <translation>大客户</translation>
        </message>
        <message>
            <source>Key people</source>
            <translation>主要人物</translation>
        </message>
        <message>
            <source>Key person</source>
            <translation>关键人</translation>
        </message>
        <message>
            <source>Key person's birthday</source>
            <translation>关键人生日</translation>
        </message>
        <message>
            <source>Key person's education or career</source>
            <translation>关键人学历/经历</translation>
        </message>
        <message>
            <source>Key person's family</source>
            <translation>关键人家庭</translation>
        </message>
        <message>
            <source>Key person's pastimes</source>
            <translation>关键人爱好</translation>
        </message>
        <message>
            <source>Key person's personality</source>
            <translation>关键人性格</translation>
        </message>
        <message>
            <source>Kind of agent</source>
            <translation>代理商类型</translation>
        </message>
        <message>
            <source>Kind of customer</source>
            <translation>客户种类</translation>
        </message>
        <message>
            <source>Kind of document</source>
            <translation>附件类型</translation>
        </message>
        <message>
            <source>Kind of spending</source>
            <translation>投入类别</translation>
        </message>
        <message>
            <source>Last visit</source>
            <translation>上次拜访</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>离开</translation>
        </message>
        <message>
            <source>Left on</source>
            <translation>离任</translation>
        </message>
        <message>
            <source>Legal form</source>
            <translation>企业组织形式</translation>
        </message>
        <message>
            <source>Legal representative</source>
            <translation>法定代表人</translation>
        </message>
        <message>
            <source>Likes</source>
            <translation>喜好</translation>
        </message>
        <message>
            <source>Mail</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Main business</source>
            <translation>主营业务</translation>
        </message>
        <message>
            <source>Main needs</source>
            <translation>主要需求</translation>
        </message>
        <message>
            <source>Maker</source>
            <translation>生产商</translation>
        </message>
        <message>
            <source>Marital status</source>
            <translation>婚姻状况</translation>
        </message>
        <message>
            <source>Market news</source>
            <translation>市场信息</translation>
        </message>
        <message>
            <source>Market plans</source>
            <translation>市场计划</translation>
        </message>
        <message>
            <source>Met</source>
            <translation>会见人</translation>
        </message>
        <message>
            <source>Met by rivals</source>
            <translation>对手满足度</translation>
        </message>
        <message>
            <source>Met by us</source>
            <translation>我方满足度</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Money collected</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Mood</source>
            <translation>气氛</translation>
        </message>
        <message>
            <source>Most important</source>
            <translation>最重要</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Native place</source>
            <translation>籍贯</translation>
        </message>
        <message>
            <source>Nature / pastimes / family</source>
            <translation>性格/爱好/家庭</translation>
        </message>
        <message>
            <source>Need</source>
            <translation>需求/期待</translation>
        </message>
        <message>
            <source>New value</source>
            <translation>新值</translation>
        </message>
        <message>
            <source>Next visit</source>
            <translation>下次拜访日</translation>
        </message>
        <message>
            <source>Note on delivery</source>
            <translation>交货说明</translation>
        </message>
        <message>
            <source>Note on sales capacity</source>
            <translation>销售能力说明</translation>
        </message>
        <message>
            <source>Note on the attitude</source>
            <translation>态度说明</translation>
        </message>
        <message>
            <source>Number on it</source>
            <translation>证件编号</translation>
        </message>
        <message>
            <source>Observed by</source>
            <translation>采集人</translation>
        </message>
        <message>
            <source>Observed on</source>
            <translation>采集日</translation>
        </message>
        <message>
            <source>Occupation</source>
            <translation>职业头衔</translation>
        </message>
        <message>
            <source>Occupation or title</source>
            <translation>职业/头衔</translation>
        </message>
        <message>
            <source>Of this overdue</source>
            <translation>其中逾期</translation>
        </message>
        <message>
            <source>Old card no.</source>
            <translation>旧卡号</translation>
        </message>
        <message>
            <source>Old value</source>
            <translation>原值</translation>
        </message>
        <message>
            <source>Oldest debt</source>
            <translation>账龄</translation>
        </message>
        <message>
            <source>Opened on</source>
            <translation>建卡日期</translation>
        </message>
        <message>
            <source>Operating manager</source>
            <translation>经营管理者</translation>
        </message>
        <message>
            <source>Ordered</source>
            <translation>订货</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>组织结构</translation>
        </message>
        <message>
            <source>Other facts</source>
            <translation>其他参考</translation>
        </message>
        <message>
            <source>Other products</source>
            <translation>其他产品</translation>
        </message>
        <message>
            <source>Other products sold</source>
            <translation>经营的其他产品</translation>
        </message>
        <message>
            <source>Other useful facts</source>
            <translation>其他可供参考资料</translation>
        </message>
        <message>
            <source>Our net sales</source>
            <translation>我方净销售额</translation>
        </message>
        <message>
            <source>Our sales (yuan)</source>
            <translation>我方销售额(元)</translation>
        </message>
        <message>
            <source>Our share</source>
            <translation>我方占比</translation>
        </message>
        <message>
            <source>Our share here</source>
            <translation>我方份额</translation>
        </message>
        <message>
            <source>Ours a month</source>
            <translation>我方月销量</translation>
        </message>
        <message>
            <source>Ours of the same kind a month</source>
            <translation>我方同类月销量</translation>
        </message>
        <message>
            <source>Out</source>
            <translation>借出</translation>
        </message>
        <message>
            <source>Outlets</source>
            <translation>下线网点</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>所有者</translation>
        </message>
        <message>
            <source>Parent organisation</source>
            <translation>上级单位</translation>
        </message>
        <message>
            <source>Pastimes</source>
            <translation>爱好</translation>
        </message>
        <message>
            <source>Payment attitude</source>
            <translation>付款态度</translation>
        </message>
        <message>
            <source>Payment method</source>
            <translation>付款方式</translation>
        </message>
        <message>
            <source>Person's name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Personal life</source>
            <translation>个人生活</translation>
        </message>
        <message>
            <source>Personality</source>
            <translation>性格</translation>
        </message>
        <message>
            <source>Philosophy</source>
            <translation>经营观念</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>档案位</translation>
        </message>
        <message>
            <source>Plan to reach the goal</source>
            <translation>实现计划</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>经营政策</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Position or title</source>
            <translation>职务/头衔</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>邮政编码</translation>
        </message>
        <message>
            <source>Premises</source>
            <translation>经营场所</translation>
        </message>
        <message>
            <source>Present sales</source>
            <translation>客户销售现状</translation>
        </message>
        <message>
            <source>Present trading</source>
            <translation>交易现状</translation>
        </message>
        <message>
            <source>Price each</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Price sensitivity</source>
            <translation>价格敏感</translation>
        </message>
        <message>
            <source>Price tier</source>
            <translation>价格等级</translation>
        </message>
        <message>
            <source>Prices and cross-area selling</source>
            <translation>价格与窜货迹象</translation>
        </message>
        <message>
            <source>Primary contact</source>
            <translation>主联系人</translation>
        </message>
        <message>
            <source>Primary contact's mobile</source>
            <translation>主要联系人手机</translation>
        </message>
        <message>
            <source>Print no.</source>
            <translation>印次</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>存在的问题</translation>
        </message>
        <message>
            <source>Problems now</source>
            <translation>存在问题</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>产品</translation>
        </message>
        <message>
            <source>Promise</source>
            <translation>承诺事项</translation>
        </message>
        <message>
            <source>Promise due</source>
            <translation>承诺日期</translation>
        </message>
        <message>
            <source>Purpose of the next visit</source>
            <translation>下次拜访目的</translation>
        </message>
        <message>
            <source>Purpose reached</source>
            <translation>目的达成</translation>
        </message>
        <message>
            <source>Quality of management</source>
            <translation>经营管理者素质</translation>
        </message>
        <message>
            <source>Quality of sales staff</source>
            <translation>业务员素质</translation>
        </message>
        <message>
            <source>Registered address</source>
            <translation>注册地址</translation>
        </message>
        <message>
            <source>Registered capital</source>
            <translation>注册资本</translation>
        </message>
        <message>
            <source>Relation with rivals</source>
            <translation>与竞争者的关系</translation>
        </message>
        <message>
            <source>Relation with us</source>
            <translation>业务关系</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Rep</source>
            <translation>负责业务员</translation>
        </message>
        <message>
            <source>Rep signs</source>
            <translation>业务员签字</translation>
        </message>
        <message>
            <source>Reputation</source>
            <translation>声誉</translation>
        </message>
        <message>
            <source>Reviewed by</source>
            <translation>审核人</translation>
        </message>
        <message>
            <source>Revised on</source>
            <translation>最近修订</translation>
        </message>
        <message>
            <source>Revision</source>
            <translation>版次</translation>
        </message>
        <message>
            <source>Rival brand</source>
            <translation>竞品品牌</translation>
        </message>
        <message>
            <source>Rival products in use</source>
            <translation>现用竞品</translation>
        </message>
        <message>
            <source>Rivals' sales here</source>
            <translation>竞品销售</translation>
        </message>
        <message>
            <source>Safety stock</source>
            <translation>安全库存</translation>
        </message>
        <message>
            <source>Sales and stock</source>
            <translation>销售与库存</translation>
        </message>
        <message>
            <source>Sales capacity</source>
            <translation>销售能力</translation>
        </message>
        <message>
            <source>Sales cycle</source>
            <translation>销售周期</translation>
        </message>
        <message>
            <source>Sales force</source>
            <translation>销售人员</translation>
        </message>
        <message>
            <source>Sales rep</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Sales results</source>
            <translation>销售实绩</translation>
        </message>
        <message>
            <source>School</source>
            <translation>毕业院校</translation>
        </message>
        <message>
            <source>Schooling</source>
            <translation>教育背景</translation>
        </message>
        <message>
            <source>Secrecy</source>
            <translation>密级</translation>
        </message>
        <message>
            <source>Seen by supervisor</source>
            <translation>主管阅</translation>
        </message>
        <message>
            <source>Service area</source>
            <translation>服务区域</translation>
        </message>
        <message>
            <source>Settlement day</source>
            <translation>结算日</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>简称</translation>
        </message>
        <message>
            <source>Size of sales force</source>
            <translation>销售人员数</translation>
        </message>
        <message>
            <source>Sold a month</source>
            <translation>月销量</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>客户来源</translation>
        </message>
        <message>
            <source>Source detail</source>
            <translation>来源说明</translation>
        </message>
        <message>
            <source>Special features</source>
            <translation>经营特点</translation>
        </message>
        <message>
            <source>Special interests</source>
            <translation>特殊兴趣</translation>
        </message>
        <message>
            <source>Spent on</source>
            <translation>投入日期</translation>
        </message>
        <message>
            <source>Spent on the customer</source>
            <translation>公司投入</translation>
        </message>
        <message>
            <source>Spouse</source>
            <translation>配偶</translation>
        </message>
        <message>
            <source>Standing</source>
            <translation>关系身份</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>客户状态</translation>
        </message>
        <message>
            <source>Strengths kept</source>
            <translation>保持的优势</translation>
        </message>
        <message>
            <source>Supervisor signs</source>
            <translation>主管签字</translation>
        </message>
        <message>
            <source>Supervisor's remark</source>
            <translation>主管批示</translation>
        </message>
        <message>
            <source>Taboos</source>
            <translation>忌讳</translation>
        </message>
        <message>
            <source>Terms of trade</source>
            <translation>交易条件</translation>
        </message>
        <message>
            <source>The company must answer</source>
            <translation>需公司答复</translation>
        </message>
        <message>
            <source>To improve</source>
            <translation>待改进</translation>
        </message>
        <message>
            <source>Topics of interest</source>
            <translation>感兴趣的话题</translation>
        </message>
        <message>
            <source>Total assets</source>
            <translation>资产总额</translation>
        </message>
        <message>
            <source>Total assets as of (year)</source>
            <translation>资产总额截至年份</translation>
        </message>
        <message>
            <source>Trading since</source>
            <translation>起始交易时间</translation>
        </message>
        <message>
            <source>Unified social credit code</source>
            <translation>统一社会信用代码</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>VAT payer</source>
            <translation>纳税人</translation>
        </message>
        <message>
            <source>VAT payer type</source>
            <translation>纳税人类型</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Value sought</source>
            <translation>追求的价值</translation>
        </message>
        <message>
            <source>Verified unchanged</source>
            <translation>核实无误的项目</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>观点</translation>
        </message>
        <message>
            <source>Visit in short</source>
            <translation>拜访摘要</translation>
        </message>
        <message>
            <source>Visited</source>
            <translation>拜访日期</translation>
        </message>
        <message>
            <source>Way of life</source>
            <translation>生活方式</translation>
        </message>
        <message>
            <source>Way of visiting</source>
            <translation>拜访方式</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>Website</source>
            <translation>网址</translation>
        </message>
        <message>
            <source>What rivals do</source>
            <translation>竞品动态</translation>
        </message>
        <message>
            <source>What was learnt</source>
            <translation>了解到</translation>
        </message>
        <message>
            <source>What we do</source>
            <translation>对策</translation>
        </message>
        <message>
            <source>Where its original is</source>
            <translation>原件存放处</translation>
        </message>
        <message>
            <source>Which anniversary</source>
            <translation>纪念日说明</translation>
        </message>
        <message>
            <source>Wishes and opinions</source>
            <translation>客户需求与意见</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>年度</translation>
        </message>
        <message>
            <source>new line {number}</source>
            <translation>新增第{number}行</translation>
        </message>
        <message>
            <source>to improve</source>
            <translation>待改进</translation>
        </message>
    </context>
    <context>
        <name>CardForm</name>
        <message>
            <source> ({weight})</source>
            <translation>（{weight}）</translation>
        </message>
        <message>
            <source>Class {name}</source>
            <translation>{name} 类</translation>
        </message>
        <message>
            <source>Focus</source>
            <translation>重点</translation>
        </message>
        <message>
            <source>Incomplete</source>
            <translation>资料不全</translation>
        </message>
        <message>
            <source>Key account</source>
            <translation>大客户</translation>
        </message>
        <message>
            <source>New card</source>
            <translation>新卡</translation>
        </message>
        <message>
            <source>Private: it stands on the paper card. The supervisor and the manager read it here; typing writes over it.</source>
            <translation>私人资料：纸卡上有；主管和经理可在此查看；直接录入即覆盖原值。</translation>
        </message>
        <message>
            <source>Sent back: {remark}</source>
            <translation>主管退回：{remark}</translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>已隐去</translation>
        </message>
        <message>
            <source>not saved yet</source>
            <translation>尚未保存</translation>
        </message>
        <message>
            <source>rivals {rate}</source>
            <translation>对手{rate}</translation>
        </message>
        <message>
            <source>seen while on loan</source>
            <translation>借阅后可见</translation>
        </message>
        <message>
            <source>us {rate}</source>
            <translation>我方{rate}</translation>
        </message>
        <message>
            <source>{state} · {holder}</source>
            <translation>{state} · {holder}</translation>
        </message>
    </context>
    <context>
        <name>CardHead</name>
        <message>
            <source>History</source>
            <translation>历次变更</translation>
        </message>
        <message>
            <source>More acts</source>
            <translation>更多操作</translation>
        </message>
        <message>
            <source>Sides of the card</source>
            <translation>卡片各面</translation>
        </message>
    </context>
    <context>
        <name>CardHistory</name>
        <message>
            <source>(line taken out)</source>
            <translation>（整行删除）</translation>
        </message>
        <message>
            <source>Card opened</source>
            <translation>建卡</translation>
        </message>
    </context>
    <context>
        <name>CardList</name>
        <message>
            <source>&amp;New card</source>
            <translation>新卡(&amp;N)</translation>
        </message>
        <message>
            <source>Cards</source>
            <translation>卡片</translation>
        </message>
        <message>
            <source>{cards} · {count} marked</source>
            <translation>{cards} · 已选 {count} 张</translation>
        </message>
    </context>
    <context>
        <name>CardOffice</name>
        <message numerus="yes">
            <source>%n card(s) as the list shows them</source>
            <translation>
                <numerusform>列表中所示的 %n 张卡</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n marked card(s)</source>
            <translation>
                <numerusform>选定的 %n 张卡</numerusform>
            </translation>
        </message>
        <message>
            <source>All cards that you may export</source>
            <translation>您有权导出的全部卡片</translation>
        </message>
        <message>
            <source>This card went into {kept}; everything that hung on it is there.</source>
            <translation>此卡已并入 {kept}，名下的一切都在那张卡上。</translation>
        </message>
    </context>
    <context>
        <name>CardPrinting</name>
        <message numerus="yes">
            <source>%n card(s) of the list to be reprinted</source>
            <translation>
                <numerusform>列表中需重打的 %n 张卡</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n marked card(s)</source>
            <translation>
                <numerusform>选中的 %n 张卡</numerusform>
            </translation>
        </message>
        <message>
            <source>This card, {ref}</source>
            <translation>当前这张卡 {ref}</translation>
        </message>
    </context>
    <context>
        <name>CardPrints</name>
        <message>
            <source>Blank cards</source>
            <translation>空白卡</translation>
        </message>
        <message>
            <source>Card {number}</source>
            <translation>客户卡 {number}</translation>
        </message>
        <message>
            <source>Copy of {number} for {receiver}</source>
            <translation>{number} 副本（{receiver}）</translation>
        </message>
        <message>
            <source>{count} cards</source>
            <translation>客户卡 {count} 张</translation>
        </message>
        <message>
            <source>{count} copies for {receiver}</source>
            <translation>副本 {count} 份（{receiver}）</translation>
        </message>
    </context>
    <context>
        <name>CardSaving</name>
        <message>
            <source>&amp;Hand in</source>
            <translation>提交修订建议(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>保存(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Submit for review</source>
            <translation>送审(&amp;S)</translation>
        </message>
        <message>
            <source>Draft {ref} waits for review.</source>
            <translation>已送审，草稿号 {ref}，待主管审核。</translation>
        </message>
        <message>
            <source>Handed in as proposal {number}; it waits for a decision.</source>
            <translation>已提交修订建议 {number}，待审定。</translation>
        </message>
        <message>
            <source>Nothing of yours was left to save.</source>
            <translation>没有需要保存的内容。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message numerus="yes">
            <source>Saved; %n change(s) handed in as proposal {number}.</source>
            <translation>
                <numerusform>已保存；另有 %n 项作为修订建议 {number} 提交，待审定。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardSection</name>
        <message>
            <source>(Company)</source>
            <translation>（企业客户）</translation>
        </message>
        <message>
            <source>(Individual)</source>
            <translation>（个体客户）</translation>
        </message>
        <message>
            <source>1</source>
            <translation>一</translation>
        </message>
        <message>
            <source>2</source>
            <translation>二</translation>
        </message>
        <message>
            <source>3</source>
            <translation>三</translation>
        </message>
        <message>
            <source>4</source>
            <translation>四</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>背面</translation>
        </message>
        <message>
            <source>Basic data</source>
            <translation>基础资料</translation>
        </message>
        <message>
            <source>Business</source>
            <translation>业务状况</translation>
        </message>
        <message>
            <source>Customer card</source>
            <translation>客户资料卡</translation>
        </message>
        <message>
            <source>Features</source>
            <translation>客户特征</translation>
        </message>
        <message>
            <source>Front</source>
            <translation>正面</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Revisions</source>
            <translation>修订记录</translation>
        </message>
        <message>
            <source>Trading</source>
            <translation>交易现状</translation>
        </message>
        <message>
            <source>Usage</source>
            <translation>使用记录</translation>
        </message>
    </context>
    <context>
        <name>CardSurroundings</name>
        <message>
            <source>Noted as verified today.</source>
            <translation>已记为今日核实。</translation>
        </message>
    </context>
    <context>
        <name>CardTable</name>
        <message>
            <source>Cards</source>
            <translation>卡片列表</translation>
        </message>
    </context>
    <context>
        <name>CardWork</name>
        <message>
            <source>New card</source>
            <translation>新卡</translation>
        </message>
        <message>
            <source>The card has been changed since. Compare before you save.</source>
            <translation>此卡后来已被改动，请核对后再保存。</translation>
        </message>
        <message>
            <source>Your typing of {time} is back. Save it, or take it away with Revert.</source>
            <translation>{time} 填写的内容已放回卡上，请保存，或用「还原」去掉。</translation>
        </message>
    </context>
    <context>
        <name>ChangeSource</name>
        <message>
            <source>Letter</source>
            <translation>来函</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>拜访</translation>
        </message>
        <message>
            <source>Website</source>
            <translation>网站</translation>
        </message>
    </context>
    <context>
        <name>ChoosePage</name>
        <message>
            <source>&amp;Choose a file …</source>
            <translation>选择文件(&amp;C) …</translation>
        </message>
        <message>
            <source>A list of customers</source>
            <translation>客户名单</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>An .xlsx workbook or a .csv list, with a row of headings. Every row needs a name, a rep and a district; everything else may follow later. Nothing is written before you have seen what will happen.</source>
            <translation>.xlsx 工作簿或 .csv 名单，要有一行栏目名。每行必须有名称、业务员和片区，其余以后可以补填。先看预览，看清楚了再导入。</translation>
        </message>
        <message>
            <source>Drop a list of customers here</source>
            <translation>把客户名单拖到这里</translation>
        </message>
        <message>
            <source>Lists (*.xlsx *.xlsm *.csv *.txt)</source>
            <translation>名单 (*.xlsx *.xlsm *.csv *.txt)</translation>
        </message>
    </context>
    <context>
        <name>ClearingDialog</name>
        <message>
            <source>&amp;Keep them</source>
            <translation>保留(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Reason: who asked, how and when</source>
            <translation>原因：何人、何时、以何种方式提出(&amp;R)</translation>
        </message>
        <message>
            <source>All private facts (birthdays, homes, habits, families …) of this customer and of his people are emptied, and blanked in the history, in proposals and in kept typing. Nobody can bring them back.</source>
            <translation>该客户及其主要人物的全部私人资料（生日、住址、爱好、家庭……）将被清空，修订记录、修订建议和暂存内容中也一并清除，任何人都无法恢复。</translation>
        </message>
        <message>
            <source>C&amp;lear for ever</source>
            <translation>永久清除(&amp;L)</translation>
        </message>
        <message>
            <source>Clear private facts</source>
            <translation>清除私人资料</translation>
        </message>
        <message>
            <source>The customer has &amp;asked for it</source>
            <translation>客户已提出要求(&amp;A)</translation>
        </message>
    </context>
    <context>
        <name>ClosedSheet</name>
        <message>
            <source>&amp;Open the cabinet</source>
            <translation>开柜(&amp;O)</translation>
        </message>
        <message>
            <source>The cabinet is not open</source>
            <translation>尚未开柜</translation>
        </message>
        <message>
            <source>Until it is opened for the day nobody reads a full card.</source>
            <translation>今日开柜之前，任何人都不能翻看整卡。</translation>
        </message>
        <message>
            <source>Until the keeper opens it for the day nobody reads a full card. The list and the filter work.</source>
            <translation>专管员今日开柜之前，任何人都不能翻看整卡；列表和筛选照常可用。</translation>
        </message>
    </context>
    <context>
        <name>ClosingSheet</name>
        <message>
            <source>&amp;Print the report …</source>
            <translation>打印日报(&amp;P)…</translation>
        </message>
        <message>
            <source>The cabinet is closed</source>
            <translation>已锁柜</translation>
        </message>
        <message>
            <source>The report of the day names what is out, overdue or without record.</source>
            <translation>卡片借还日报列出未还、逾期和缺记录的卡。</translation>
        </message>
        <message>
            <source>{issued} out, {returned} back, {missing} missing</source>
            <translation>借出 {issued} 张，还回 {returned} 张，未还 {missing} 张</translation>
        </message>
    </context>
    <context>
        <name>Command</name>
        <message>
            <source>A fact is typed as NAME=VALUE: {typed}</source>
            <translation>事项须写成 名称=内容：{typed}</translation>
        </message>
        <message>
            <source>An office's customer cards in a locked cabinet.</source>
            <translation>办事处的客户资料卡，锁在卡柜里。</translation>
        </message>
        <message>
            <source>Ask for it: {command}</source>
            <translation>可这样请示：{command}</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新口令</translation>
        </message>
        <message>
            <source>Older lines follow; narrow by day, or ask for more with --limit.</source>
            <translation>后面还有更早的行；请缩小日期范围，或用 --limit 多取一些。</translation>
        </message>
        <message>
            <source>Password of {name}</source>
            <translation>{name}的口令</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>The day's backup could not be made: {reason}</source>
            <translation>今天的备份没有做成：{reason}</translation>
        </message>
        <message>
            <source>The last good backup is older than a working day, or there is none.</source>
            <translation>最近一份完好的备份已超过一个工作日，或还没有备份。</translation>
        </message>
        <message>
            <source>The new recovery code: {code}
Write it down, then type it from the paper. Until then the earlier code goes on counting.</source>
            <translation>新恢复码：{code}
请抄下来，再照纸上输入一次。在此之前旧码继续有效。</translation>
        </message>
        <message>
            <source>The second folder {folder} gets no backups: {reason}</source>
            <translation>第二备份文件夹 {folder} 收不到备份：{reason}</translation>
        </message>
        <message>
            <source>The two entries differ.</source>
            <translation>两次输入不一致。</translation>
        </message>
        <message>
            <source>There is no command and no folder “{name}”; see --help.</source>
            <translation>没有命令，也没有文件夹“{name}”；请看 --help。</translation>
        </message>
        <message>
            <source>There is no figure “{name}”; there are: {known}.</source>
            <translation>没有指标“{name}”；可用的有：{known}。</translation>
        </message>
        <message>
            <source>There is no terminal to ask at, and no line to read.</source>
            <translation>没有可以询问的终端，也没有可读的输入行。</translation>
        </message>
        <message>
            <source>There is no terminal to ask at: set {variable}.</source>
            <translation>没有终端可供输入：请设置 {variable}。</translation>
        </message>
        <message>
            <source>This was not typed in readable characters: {typed}</source>
            <translation>输入的字符无法识别：{typed}</translation>
        </message>
        <message>
            <source>Which cabinet? Give --cabinet DIR or set CARD_CABINET.</source>
            <translation>哪个卡柜？请用 --cabinet 文件夹 或设置 CARD_CABINET。</translation>
        </message>
        <message>
            <source>Which cards? Name their numbers, or say --outdated.</source>
            <translation>哪些卡？请写明卡号，或加 --outdated。</translation>
        </message>
        <message>
            <source>Which folder shall the cabinet be made in? Name it after the backup.</source>
            <translation>恢复到哪个文件夹？请写在备份文件后面。</translation>
        </message>
        <message>
            <source>Which plans? Name their numbers, or say --all.</source>
            <translation>哪些计划？请写出计划单号，或用 --all。</translation>
        </message>
        <message>
            <source>Who are you? Give --as STAFF or set CARD_CABINET_STAFF.</source>
            <translation>您是谁？请用 --as 姓名 或设置 CARD_CABINET_STAFF。</translation>
        </message>
        <message>
            <source>Without a command the window opens, on request with a cabinet's folder. Passwords come from a prompt or from CARD_CABINET_PASSWORD and CARD_CABINET_NEW_PASSWORD, never from the command line. Exit status: 0 done, 1 refused, 2 wrong usage or no display, 3 bad input, 4 the cabinet cannot be opened or trusted.</source>
            <translation>不带命令时打开窗口，可指定卡柜文件夹。口令来自提示输入，或 CARD_CABINET_PASSWORD 与 CARD_CABINET_NEW_PASSWORD，绝不写在命令行上。退出状态：0 完成，1 被规则或权限拒绝，2 用法错误或没有显示器，3 输入有误，4 卡柜打不开或不可信。</translation>
        </message>
        <message>
            <source>a cabinet's folder</source>
            <translation>卡柜文件夹</translation>
        </message>
        <message>
            <source>a cell of the card by its identifier; 无 and 不适用 are answers too</source>
            <translation>卡片的一格，写字段标识；也可填 无 或 不适用</translation>
        </message>
        <message>
            <source>a clerk or manager; without it, who it is now</source>
            <translation>档案专管员或经理；不填则查看现任</translation>
        </message>
        <message>
            <source>a customer met who has no card yet</source>
            <translation>新遇到的客户，尚未建卡</translation>
        </message>
        <message>
            <source>a day on which the office is closed, or works after all</source>
            <translation>设定休息日，或调休上班日</translation>
        </message>
        <message>
            <source>a promise and its day; @customer or @payment behind it: theirs</source>
            <translation>承诺事项@日期；后加 @customer 或 @payment 表示客户承诺、客户承诺付款</translation>
        </message>
        <message>
            <source>a remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>a time agreed with the customer</source>
            <translation>与客户约定的时间</translation>
        </message>
        <message>
            <source>a visit record entered later, or of a visit without a card</source>
            <translation>补录拜访记录，或登记无卡拜访</translation>
        </message>
        <message>
            <source>a warning that you have compared with the paper, e.g. uscc_check</source>
            <translation>已与纸面核对过的警告，例如 uscc_check</translation>
        </message>
        <message>
            <source>a word for who handed it in</source>
            <translation>给提交人的话</translation>
        </message>
        <message>
            <source>accept lines of a proposal</source>
            <translation>接受建议中的项目</translation>
        </message>
        <message>
            <source>all backups of this cabinet, the newest first</source>
            <translation>本卡柜的全部备份，最新的在前</translation>
        </message>
        <message>
            <source>all cards that you may list</source>
            <translation>您有权查看的全部卡片目录</translation>
        </message>
        <message>
            <source>all cards whose paper is older than the card (需重打)</source>
            <translation>所有需重打的卡</translation>
        </message>
        <message>
            <source>all districts</source>
            <translation>全部片区</translation>
        </message>
        <message>
            <source>all drawers</source>
            <translation>全部抽屉</translation>
        </message>
        <message>
            <source>all of them</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>all settings of the office</source>
            <translation>办事处的全部设置</translation>
        </message>
        <message>
            <source>all teams</source>
            <translation>全部小组</translation>
        </message>
        <message>
            <source>all that you may have on paper</source>
            <translation>凡有权打印的全部项目</translation>
        </message>
        <message>
            <source>an empty loan register, for a day without power (手工登记)</source>
            <translation>空白借还登记簿（手工登记，停电时用）</translation>
        </message>
        <message>
            <source>approvals that wait or may be used; --all: settled ones too (审批)</source>
            <translation>待批和可用的审批；--all：连同已了结的</translation>
        </message>
        <message>
            <source>approve plans: the right to draw their cards</source>
            <translation>批准计划，批准后方可领卡</translation>
        </message>
        <message>
            <source>as a numbered paper in this file</source>
            <translation>编号打印成这个文件</translation>
        </message>
        <message>
            <source>ask back about lines of a proposal</source>
            <translation>退问建议中的项目</translation>
        </message>
        <message>
            <source>ask for an approval of what one may not do alone (请示)</source>
            <translation>就本人无权独办之事请示</translation>
        </message>
        <message>
            <source>back the cabinet up into one checked file</source>
            <translation>把卡柜备份成一个经过校验的文件</translation>
        </message>
        <message>
            <source>badges for the desk's scanner</source>
            <translation>扫码用的工牌</translation>
        </message>
        <message>
            <source>begun, but no paper of it left (未发出)</source>
            <translation>已编号但未发出</translation>
        </message>
        <message>
            <source>blank cards to be filled by hand (空白卡)</source>
            <translation>空白卡：供手写</translation>
        </message>
        <message>
            <source>both cards as they were before a merge</source>
            <translation>撤销并卡，两张卡恢复原样</translation>
        </message>
        <message>
            <source>bring customers in from a spreadsheet (旧卡入柜)</source>
            <translation>从电子表格导入客户（旧卡入柜）</translation>
        </message>
        <message>
            <source>card number or draft number</source>
            <translation>卡号或待审号</translation>
        </message>
        <message>
            <source>cards that are known to be out</source>
            <translation>已知在外的卡号</translation>
        </message>
        <message>
            <source>cards that somebody carries that day, as in his packet</source>
            <translation>当日有人携带的卡，同当日单据</translation>
        </message>
        <message>
            <source>change cells of a card or draft</source>
            <translation>修改卡片或待审卡的内容</translation>
        </message>
        <message>
            <source>change cells; what you may not change yourself is handed in</source>
            <translation>修改项目；自己不能改的作为建议提交</translation>
        </message>
        <message>
            <source>change one setting</source>
            <translation>修改一项设置</translation>
        </message>
        <message>
            <source>change your own password</source>
            <translation>修改自己的口令</translation>
        </message>
        <message>
            <source>changes that wait to be decided (修订建议)</source>
            <translation>待审定的修订建议</translation>
        </message>
        <message>
            <source>check encryption, structure, log and every rule</source>
            <translation>校验加密、结构、日志和各项规则</translation>
        </message>
        <message>
            <source>clear private facts at the customer's request</source>
            <translation>应客户请求清除私人资料</translation>
        </message>
        <message>
            <source>confirm what you have approved on paper</source>
            <translation>确认本人的书面批准</translation>
        </message>
        <message>
            <source>copies and exports that are out; --all: every one (副本登记)</source>
            <translation>在外的副本和导出；--all：全部（副本登记）</translation>
        </message>
        <message>
            <source>copies are lost (遗失)</source>
            <translation>副本遗失</translation>
        </message>
        <message>
            <source>copies came back (收回)</source>
            <translation>副本收回</translation>
        </message>
        <message>
            <source>copies were destroyed (销毁)</source>
            <translation>副本已销毁</translation>
        </message>
        <message>
            <source>correct a wrong checkout or a wrong return of today</source>
            <translation>更正今日误发或误还</translation>
        </message>
        <message>
            <source>count the cards home and close the cabinet (锁柜)</source>
            <translation>清点卡片并锁柜</translation>
        </message>
        <message>
            <source>day of the next visit</source>
            <translation>下次拜访日</translation>
        </message>
        <message>
            <source>destroyed after reading (阅后销毁)</source>
            <translation>阅后销毁</translation>
        </message>
        <message>
            <source>each rep's plan of the day with its cards, one file</source>
            <translation>每位业务员的当日计划连同卡片，一个文件</translation>
        </message>
        <message>
            <source>empty lines (20)</source>
            <translation>空行数（20）</translation>
        </message>
        <message>
            <source>ends in .xlsx or .csv</source>
            <translation>以 .xlsx 或 .csv 结尾</translation>
        </message>
        <message>
            <source>everybody who works here</source>
            <translation>全部人员</translation>
        </message>
        <message>
            <source>facts were asked for and are as they stand (核实无误)</source>
            <translation>核实无误：问过，没有变化</translation>
        </message>
        <message>
            <source>fields whose value is taken from the other card</source>
            <translation>取另一张卡的值的项目</translation>
        </message>
        <message>
            <source>file or folder; otherwise the cabinet's own backups</source>
            <translation>文件或文件夹；不填则放在卡柜自己的备份处</translation>
        </message>
        <message>
            <source>fill a new card</source>
            <translation>填新卡（建卡）</translation>
        </message>
        <message>
            <source>find cards by name, pinyin, initials, phone or number</source>
            <translation>按名称、拼音、首字母、电话或卡号查找</translation>
        </message>
        <message>
            <source>from this day on</source>
            <translation>自这一天起</translation>
        </message>
        <message>
            <source>give somebody a key; prints the first password once</source>
            <translation>增加人员并发钥匙；初始口令只显示一次</translation>
        </message>
        <message>
            <source>give somebody a new first password</source>
            <translation>重置某人的口令</translation>
        </message>
        <message>
            <source>grant what somebody asked for (批准)</source>
            <translation>批准请示</translation>
        </message>
        <message>
            <source>hand in again what was asked back</source>
            <translation>把退问的再次提交</translation>
        </message>
        <message>
            <source>hand out the cards of today's approved plan (发卡)</source>
            <translation>按今日已批准的计划发卡</translation>
        </message>
        <message>
            <source>handed back before leaving</source>
            <translation>出发前取消，退卡</translation>
        </message>
        <message>
            <source>head of the log copied from paper</source>
            <translation>从纸面抄下的日志链头</translation>
        </message>
        <message>
            <source>home without its visit record</source>
            <translation>还卡但缺拜访记录</translation>
        </message>
        <message>
            <source>how many (1)</source>
            <translation>份数（1）</translation>
        </message>
        <message>
            <source>how many at most (50)</source>
            <translation>最多几条（50）</translation>
        </message>
        <message>
            <source>how many cards (2000)</source>
            <translation>卡片张数（2000）</translation>
        </message>
        <message>
            <source>issue numbered copies of cards (发放副本)</source>
            <translation>发放副本：带编号的卡片副本</translation>
        </message>
        <message>
            <source>its new place, from 1</source>
            <translation>新的顺序号，从 1 起</translation>
        </message>
        <message>
            <source>its new value</source>
            <translation>新的值</translation>
        </message>
        <message>
            <source>kind of all rows</source>
            <translation>所有行的客户种类</translation>
        </message>
        <message>
            <source>kind of customer</source>
            <translation>客户种类</translation>
        </message>
        <message>
            <source>language of messages</source>
            <translation>提示语言</translation>
        </message>
        <message>
            <source>lift a rep's block for today</source>
            <translation>解除业务员今日的封锁</translation>
        </message>
        <message>
            <source>make a cabinet out of a backup; --as names a manager</source>
            <translation>从备份恢复成卡柜；--as 须是经理</translation>
        </message>
        <message>
            <source>make a district with its drawer</source>
            <translation>新建片区及其抽屉</translation>
        </message>
        <message>
            <source>make a new locked cabinet; prints the recovery code once (try it: recovery confirm)</source>
            <translation>新建上锁的卡柜；恢复码只显示一次（用 recovery confirm 试用）</translation>
        </message>
        <message>
            <source>make a new recovery code; it counts when it was typed from its paper</source>
            <translation>生成新恢复码；照纸上输入一次后才有效</translation>
        </message>
        <message>
            <source>make a rep's plan of a day from the suggestions</source>
            <translation>按建议编制业务员的当日拜访计划</translation>
        </message>
        <message>
            <source>make a sample office; prints its people, roles and passwords</source>
            <translation>生成示例办事处；列出人员、角色和口令</translation>
        </message>
        <message>
            <source>make a team</source>
            <translation>新建小组</translation>
        </message>
        <message>
            <source>mark what changed since the last print</source>
            <translation>标出上次打印以来的变动</translation>
        </message>
        <message>
            <source>measure the figures of the README, each beside a bare baseline</source>
            <translation>实测 README 中的各项指标，并与裸基线对照</translation>
        </message>
        <message>
            <source>measure this PC; a password costs what the weakest PC can bear</source>
            <translation>测量本机；口令强度以最弱的电脑能承受为准</translation>
        </message>
        <message>
            <source>move a line to another place in the order</source>
            <translation>调整一行的顺序</translation>
        </message>
        <message>
            <source>name of the card keeper</source>
            <translation>档案专管员姓名</translation>
        </message>
        <message>
            <source>name of the district</source>
            <translation>片区名称</translation>
        </message>
        <message>
            <source>name of the manager</source>
            <translation>经理姓名</translation>
        </message>
        <message>
            <source>name of the office</source>
            <translation>办事处名称</translation>
        </message>
        <message>
            <source>name of the team</source>
            <translation>小组名称</translation>
        </message>
        <message>
            <source>name the keeper of the cabinet, or tell who it is</source>
            <translation>指定档案专管员，或查看是谁</translation>
        </message>
        <message>
            <source>number a passed card and file it</source>
            <translation>给已审的卡编号归档</translation>
        </message>
        <message>
            <source>number in the register</source>
            <translation>登记号</translation>
        </message>
        <message>
            <source>number of a line of the history</source>
            <translation>历史中某一行的编号</translation>
        </message>
        <message>
            <source>number of the approval</source>
            <translation>审批单号</translation>
        </message>
        <message>
            <source>number of the card</source>
            <translation>卡号</translation>
        </message>
        <message>
            <source>number of the merge</source>
            <translation>并卡号</translation>
        </message>
        <message>
            <source>number of the plan</source>
            <translation>计划单号</translation>
        </message>
        <message>
            <source>number of the proposal</source>
            <translation>建议号</translation>
        </message>
        <message>
            <source>numbers of the cards</source>
            <translation>卡号，可多个</translation>
        </message>
        <message>
            <source>numbers of the copies</source>
            <translation>副本号</translation>
        </message>
        <message>
            <source>numbers of the plans</source>
            <translation>计划单号，可多个</translation>
        </message>
        <message>
            <source>one JSON document as the result</source>
            <translation>结果为一份 JSON</translation>
        </message>
        <message>
            <source>one customer on one page (客户全貌)</source>
            <translation>客户全貌：一页看完一个客户</translation>
        </message>
        <message>
            <source>one plan with its lines and its reasons</source>
            <translation>一份计划，连同各行和理由</translation>
        </message>
        <message>
            <source>one record, as it was entered</source>
            <translation>某一份已登记的记录</translation>
        </message>
        <message>
            <source>only ask for the approval (请示)</source>
            <translation>只请示，不导出</translation>
        </message>
        <message>
            <source>only cards with this: kind status class rep district drawer text</source>
            <translation>只要符合的卡：kind status class rep district drawer text</translation>
        </message>
        <message>
            <source>only lines about this number: a card, plan, #LINE …</source>
            <translation>只看有关此编号的行：卡号、计划号、#行号……</translation>
        </message>
        <message>
            <source>only lines in which these words stand</source>
            <translation>只看含有这些文字的行</translation>
        </message>
        <message>
            <source>only say what the backup holds; with --as, after opening it</source>
            <translation>只说明备份里有什么；加 --as 则打开检查后再说</translation>
        </message>
        <message>
            <source>only say what would happen</source>
            <translation>只预演，不写入</translation>
        </message>
        <message>
            <source>only show what would be planned</source>
            <translation>只看建议，不编制计划</translation>
        </message>
        <message>
            <source>only these groups of facts</source>
            <translation>只是这几组资料</translation>
        </message>
        <message>
            <source>only these lines of it</source>
            <translation>只是其中这几行</translation>
        </message>
        <message>
            <source>only this card of the plan</source>
            <translation>只领计划中的这张卡</translation>
        </message>
        <message>
            <source>only this event, as loan.issue, or this kind of events, as loans</source>
            <translation>只看这种事件（如 loan.issue）或这一类（如 loans）</translation>
        </message>
        <message>
            <source>only what this person did</source>
            <translation>只看此人所做的</translation>
        </message>
        <message>
            <source>open a backup, decrypt it, check it and count its rows</source>
            <translation>打开一个备份：解密、检查、清点行数</translation>
        </message>
        <message>
            <source>open it with the printed recovery code</source>
            <translation>用打印的恢复码打开</translation>
        </message>
        <message>
            <source>open the cabinet for the day (开柜)</source>
            <translation>开柜（当日有效）</translation>
        </message>
        <message>
            <source>pass a new card</source>
            <translation>审核通过新卡</translation>
        </message>
        <message>
            <source>picture or PDF, at most 10 MB</source>
            <translation>图片或 PDF，最大 10 MB</translation>
        </message>
        <message>
            <source>purpose of the visit</source>
            <translation>拜访目的</translation>
        </message>
        <message>
            <source>put a picture or document into a customer's pouch (附件)</source>
            <translation>把图片或文件放进客户的附件</translation>
        </message>
        <message>
            <source>put an old value back, as a new revision</source>
            <translation>恢复一个旧值，作为新的修订</translation>
        </message>
        <message>
            <source>put customers on a plan by hand</source>
            <translation>手工把客户加入计划</translation>
        </message>
        <message>
            <source>read a card</source>
            <translation>阅卡</translation>
        </message>
        <message>
            <source>refuse a new card</source>
            <translation>不予建卡</translation>
        </message>
        <message>
            <source>refuse what somebody asked for</source>
            <translation>不批准请示</translation>
        </message>
        <message>
            <source>reject lines of a proposal</source>
            <translation>驳回建议中的项目</translation>
        </message>
        <message>
            <source>remind the holders of cards (催还)</source>
            <translation>催还</translation>
        </message>
        <message>
            <source>role of the person</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>send a new card back to be completed</source>
            <translation>退回补填</translation>
        </message>
        <message>
            <source>spreadsheet: .xlsx or .csv</source>
            <translation>电子表格：.xlsx 或 .csv</translation>
        </message>
        <message>
            <source>strike lines with their reason</source>
            <translation>注明原因划掉计划行</translation>
        </message>
        <message>
            <source>suggest anew; what was added by hand stays</source>
            <translation>重新建议，手工加入的保留</translation>
        </message>
        <message>
            <source>take a proposal back</source>
            <translation>撤回建议</translation>
        </message>
        <message>
            <source>take back what one asked for</source>
            <translation>撤回自己的请示</translation>
        </message>
        <message>
            <source>take cards back with their visit records (还卡)</source>
            <translation>还卡，连同拜访记录</translation>
        </message>
        <message>
            <source>take somebody's key away; cabinet and backups are encrypted anew</source>
            <translation>注销某人：收回钥匙，卡柜和备份重新加密</translation>
        </message>
        <message>
            <source>take the good rows although others are rejected</source>
            <translation>有退回的行时，其余行照常导入</translation>
        </message>
        <message>
            <source>the backup</source>
            <translation>备份文件</translation>
        </message>
        <message>
            <source>the cabinet's folder (or CARD_CABINET)</source>
            <translation>卡柜文件夹（或 CARD_CABINET）</translation>
        </message>
        <message>
            <source>the card is damaged</source>
            <translation>卡片破损</translation>
        </message>
        <message>
            <source>the card that goes into it</source>
            <translation>并入的那张卡</translation>
        </message>
        <message>
            <source>the card was not at hand (无卡拜访)</source>
            <translation>无卡拜访</translation>
        </message>
        <message>
            <source>the cards, attachment or merge that it is about; none for an export</source>
            <translation>涉及的卡片、附件或并卡编号；导出不填</translation>
        </message>
        <message>
            <source>the daily loan report (卡片借还日报)</source>
            <translation>卡片借还日报</translation>
        </message>
        <message>
            <source>the daily visit plans (当日拜访计划)</source>
            <translation>当日拜访计划</translation>
        </message>
        <message>
            <source>the day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>the day by which it comes back</source>
            <translation>归还日</translation>
        </message>
        <message>
            <source>the day that was agreed instead</source>
            <translation>改约的日期</translation>
        </message>
        <message>
            <source>the day: 2026-11-25, today, tomorrow, +3 (today)</source>
            <translation>日期：2026-11-25、today、tomorrow、+3（默认今天）</translation>
        </message>
        <message>
            <source>the district of all rows</source>
            <translation>所有行的片区</translation>
        </message>
        <message>
            <source>the file to be made</source>
            <translation>要生成的文件</translation>
        </message>
        <message>
            <source>the file to be made: .xlsx or .csv</source>
            <translation>要写的文件：.xlsx 或 .csv</translation>
        </message>
        <message>
            <source>the folder to be made</source>
            <translation>要建立的文件夹</translation>
        </message>
        <message>
            <source>the folder to be made; without --preview it is needed</source>
            <translation>要新建的文件夹；不加 --preview 时必须给出</translation>
        </message>
        <message>
            <source>the head of the log, as printed on the register</source>
            <translation>日志链头（与登记簿上印的一致）</translation>
        </message>
        <message>
            <source>the loan register of a day (借还登记簿)</source>
            <translation>某日的借还登记簿</translation>
        </message>
        <message>
            <source>the log, the newest lines first</source>
            <translation>日志，最近的在前</translation>
        </message>
        <message>
            <source>the name, or a staff number</source>
            <translation>名称，或工号</translation>
        </message>
        <message>
            <source>the number on it</source>
            <translation>上面的编号</translation>
        </message>
        <message>
            <source>the office works on it</source>
            <translation>当天上班</translation>
        </message>
        <message>
            <source>the office's own days</source>
            <translation>本单位自定的休息日和上班日</translation>
        </message>
        <message>
            <source>the office's own paper cards, front and back</source>
            <translation>本单位的纸卡，正反面</translation>
        </message>
        <message>
            <source>the plans of a day</source>
            <translation>某日的全部计划</translation>
        </message>
        <message>
            <source>the promises that were due have been kept</source>
            <translation>到期的承诺已兑现</translation>
        </message>
        <message>
            <source>the rep</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>the rep has read every card (已阅)</source>
            <translation>业务员已阅每张卡</translation>
        </message>
        <message>
            <source>the rep of all rows</source>
            <translation>所有行的业务员</translation>
        </message>
        <message>
            <source>the routes of the reps</source>
            <translation>各业务员的固定线路</translation>
        </message>
        <message>
            <source>the same seed makes the same office (1)</source>
            <translation>种子相同则内容相同（1）</translation>
        </message>
        <message>
            <source>the version before you; a newer one is not overwritten</source>
            <translation>您手上的版本；有更新的版本则不覆盖</translation>
        </message>
        <message>
            <source>the visit records of a day</source>
            <translation>某日的拜访记录</translation>
        </message>
        <message>
            <source>the weekdays on which a rep works a district (1 is Monday)</source>
            <translation>业务员在某片区的固定线路日（1 为周一）</translation>
        </message>
        <message>
            <source>try the recovery code that counts, typed from its paper</source>
            <translation>试用现行恢复码：照纸上输入一次</translation>
        </message>
        <message>
            <source>two cards of one customer become one (并卡); the older number stays</source>
            <translation>并卡：同一客户的两张卡合为一张，老卡号留下</translation>
        </message>
        <message>
            <source>until this day</source>
            <translation>到这一天止</translation>
        </message>
        <message>
            <source>until when it holds</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>visit records to be written on, or one as it was entered</source>
            <translation>空白拜访记录，或一份已登记的记录</translation>
        </message>
        <message>
            <source>weekdays, 1 is Monday; none takes the route away</source>
            <translation>星期几，1 为周一；不写即取消</translation>
        </message>
        <message>
            <source>what a password costs, on which PCs, and how many keys there are</source>
            <translation>口令强度、各电脑的测量结果、钥匙数</translation>
        </message>
        <message>
            <source>what asks for attention today</source>
            <translation>今日提醒</translation>
        </message>
        <message>
            <source>what else is asked for, as the refusal named it</source>
            <translation>其他请示事项，照拒绝时所列填写</translation>
        </message>
        <message>
            <source>what for</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>what for, for the log</source>
            <translation>查阅用途，记入日志</translation>
        </message>
        <message>
            <source>what is to be approved: read_others_card, issue_confidential, issue_secret, export, remove_attachment, void_card, print_private</source>
            <translation>请示何事：read_others_card 查询他人客户，issue_confidential 发放机密副本，issue_secret 发放绝密副本，export 批量导出，remove_attachment 移除附件，void_card 并卡，print_private 打印私人资料</translation>
        </message>
        <message>
            <source>what is wanted</source>
            <translation>需补填什么</translation>
        </message>
        <message>
            <source>what it is</source>
            <translation>是什么</translation>
        </message>
        <message>
            <source>what lies in a customer's pouch</source>
            <translation>客户的附件清单</translation>
        </message>
        <message>
            <source>what to find</source>
            <translation>要找的内容</translation>
        </message>
        <message>
            <source>what was learnt</source>
            <translation>了解到的情况</translation>
        </message>
        <message>
            <source>when the recovery code was made, and when it was last tried</source>
            <translation>恢复码何时生成、最近何时试用</translation>
        </message>
        <message>
            <source>where every rep stands today: plans, cards, records</source>
            <translation>各业务员今日情况：计划、卡片、记录</translation>
        </message>
        <message>
            <source>where the news came from</source>
            <translation>修订来源</translation>
        </message>
        <message>
            <source>whether the purpose was reached</source>
            <translation>目的是否达成</translation>
        </message>
        <message>
            <source>which column is which field</source>
            <translation>列与字段对照表</translation>
        </message>
        <message>
            <source>which columns, or a set: list (usual), import, contacts</source>
            <translation>哪些项目，或一组：list（常用）、import、contacts</translation>
        </message>
        <message>
            <source>which of them</source>
            <translation>哪几项</translation>
        </message>
        <message>
            <source>who approved them on paper</source>
            <translation>书面批准人</translation>
        </message>
        <message>
            <source>who gets the file</source>
            <translation>文件交给谁</translation>
        </message>
        <message>
            <source>who gets them</source>
            <translation>领用人</translation>
        </message>
        <message>
            <source>who leads it</source>
            <translation>由谁带队</translation>
        </message>
        <message>
            <source>who stands in</source>
            <translation>代管人</translation>
        </message>
        <message>
            <source>whose; nobody named: everybody</source>
            <translation>哪些人；不写即全部</translation>
        </message>
        <message>
            <source>why</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>why there was no visit; --next names the new day</source>
            <translation>未访原因；用 --next 写明改期</translation>
        </message>
        <message>
            <source>with all its changes</source>
            <translation>连同全部修订记录</translation>
        </message>
        <message>
            <source>with private facts; a supervisor's needs an approval</source>
            <translation>连同私人资料（主管须先经批准）</translation>
        </message>
        <message>
            <source>with the recovery code: a new password and a new code</source>
            <translation>凭恢复码设新口令，并换新恢复码</translation>
        </message>
        <message>
            <source>without a duplex unit: first the fronts, then the backs</source>
            <translation>打印机不能双面时：先打正面，再打背面</translation>
        </message>
        <message>
            <source>write cards to a file that leaves the cabinet readable (批量导出)</source>
            <translation>把卡片写成不加密的文件（批量导出）</translation>
        </message>
        <message>
            <source>write the log into a file, .xlsx or .csv</source>
            <translation>把日志写入文件（.xlsx 或 .csv）</translation>
        </message>
        <message>
            <source>you have looked: it is another customer</source>
            <translation>已查看，确属另一客户</translation>
        </message>
        <message>
            <source>you have seen that something else stands there by now</source>
            <translation>您已看到此处现在是别的内容</translation>
        </message>
        <message>
            <source>your name or staff number (or CARD_CABINET_STAFF)</source>
            <translation>您的姓名或工号（或 CARD_CABINET_STAFF）</translation>
        </message>
        <message>
            <source>{file} is not encrypted: whoever has it can read it. It stands in the register as {number}.</source>
            <translation>{file} 没有加密，谁拿到都能看。已登记为 {number}。</translation>
        </message>
        <message>
            <source>{name} ({code}) is in no font and stands as its code.</source>
            <translation>{name}（{code}）没有任何字体可用，已印为编码。</translation>
        </message>
        <message>
            <source>{prompt} once more</source>
            <translation>再输一次{prompt}</translation>
        </message>
        <message>
            <source>{rep}: {reason}</source>
            <translation>{rep}：{reason}</translation>
        </message>
    </context>
    <context>
        <name>Completeness</name>
        <message>
            <source>Excellent</source>
            <translation>优</translation>
        </message>
        <message>
            <source>Fair</source>
            <translation>及格</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>良</translation>
        </message>
        <message>
            <source>Poor</source>
            <translation>不合格</translation>
        </message>
    </context>
    <context>
        <name>CopiesTab</name>
        <message>
            <source>! overdue</source>
            <translation>！逾期未还</translation>
        </message>
        <message>
            <source>&amp;Those that are settled, too</source>
            <translation>连同已了结的(&amp;T)</translation>
        </message>
        <message>
            <source>? not finished</source>
            <translation>？未办完</translation>
        </message>
        <message>
            <source>Approval</source>
            <translation>批件</translation>
        </message>
        <message>
            <source>By</source>
            <translation>经手人</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>卡号</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>副本号</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Due back</source>
            <translation>归还日</translation>
        </message>
        <message>
            <source>Export of {count} cards</source>
            <translation>导出 {count} 张卡</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>发放时间</translation>
        </message>
        <message>
            <source>No copy is out</source>
            <translation>没有在外的副本</translation>
        </message>
        <message>
            <source>Numbered copies and exports stand here until they come back or are destroyed. Issue one on the page Cabinet: Print …, numbered copy; or Export ….</source>
            <translation>编号副本和导出文件在收回或销毁之前都列在这里。发放：在“卡柜”页选“打印…”里的编号副本，或选“导出…”。</translation>
        </message>
        <message>
            <source>Out {out} · overdue {overdue}</source>
            <translation>在外 {out} · 逾期 {overdue}</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>领用人</translation>
        </message>
        <message>
            <source>Register of copies</source>
            <translation>副本登记</translation>
        </message>
        <message>
            <source>Secrecy</source>
            <translation>密级</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>came back {day}</source>
            <translation>{day} 收回</translation>
        </message>
        <message>
            <source>destroyed {day}</source>
            <translation>{day} 已销毁</translation>
        </message>
        <message>
            <source>lost {day}</source>
            <translation>{day} 遗失</translation>
        </message>
        <message>
            <source>never left</source>
            <translation>未发出</translation>
        </message>
        <message>
            <source>to be destroyed</source>
            <translation>阅后销毁</translation>
        </message>
        <message>
            <source>with receiver</source>
            <translation>在领用人处</translation>
        </message>
    </context>
    <context>
        <name>CopiesWork</name>
        <message>
            <source>This is entered for good. Is the copy before you?</source>
            <translation>登记后不能更改。副本在您面前吗？</translation>
        </message>
        <message>
            <source>{copy_no} is settled.</source>
            <translation>{copy_no} 已了结。</translation>
        </message>
        <message>
            <source>{copy_no}, {customer}, with {receiver}</source>
            <translation>{copy_no}，{customer}，领用人 {receiver}</translation>
        </message>
        <message>
            <source>{copy}: what happened?</source>
            <translation>{copy}：怎么回事？</translation>
        </message>
    </context>
    <context>
        <name>Correcting</name>
        <message>
            <source>&amp;Correct</source>
            <translation>更正(&amp;C)</translation>
        </message>
        <message>
            <source>{card} {name} was handed out to {rep} at {at}, line {number}. What went wrong? It will count as never handed out; the line stays, struck through, and the supervisor is told.</source>
            <translation>{card} {name} 于 {at} 发给 {rep}（登记号 {number}）。错在哪里？更正后按未发卡计；原登记划线保留，并告知主管。</translation>
        </message>
        <message>
            <source>{card} {name} was ticked home from {rep} at {at}, line {number}. What went wrong? It will be out again on a new line; this one stays, struck through, and the supervisor is told.</source>
            <translation>{card} {name} 于 {at} 记为 {rep} 已还（登记号 {number}）。错在哪里？更正后另起一行仍为借出；原登记划线保留，并告知主管。</translation>
        </message>
        <message>
            <source>{card}: nothing of today is there to correct</source>
            <translation>{card}：今天没有可更正的登记</translation>
        </message>
    </context>
    <context>
        <name>Counter</name>
        <message numerus="yes">
            <source> · %n hour(s) late</source>
            <translation>
                <numerusform> · 逾期 %n 小时</numerusform>
            </translation>
        </message>
        <message>
            <source> · to be reprinted</source>
            <translation> · 需重打</translation>
        </message>
        <message numerus="yes">
            <source>%n card(s) corrected: in the cabinet</source>
            <translation>
                <numerusform>%n 张卡已更正：在柜</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n card(s) → {rep}</source>
            <translation>
                <numerusform>%n 张卡 → {rep}</numerusform>
            </translation>
        </message>
        <message>
            <source>Block of {rep} lifted for today</source>
            <translation>{rep} 今日解除封锁</translation>
        </message>
        <message>
            <source>Handing out everyone's cards</source>
            <translation>正在全部发卡</translation>
        </message>
        <message>
            <source>Scanned by mistake</source>
            <translation>误扫</translation>
        </message>
        <message>
            <source>{card} corrected: it is in the cabinet</source>
            <translation>{card} 已更正：在柜</translation>
        </message>
        <message>
            <source>{card} corrected: it is out again</source>
            <translation>{card} 已更正：仍为借出</translation>
        </message>
        <message>
            <source>{card} recalled</source>
            <translation>{card} 已催还</translation>
        </message>
        <message>
            <source>{card} struck from the plan</source>
            <translation>{card} 已从计划中划去</translation>
        </message>
        <message>
            <source>{card} {name} home from {rep}</source>
            <translation>{card} {name} ← {rep} 已还</translation>
        </message>
        <message>
            <source>{card} {name} home from {rep}, no visit record yet (F2)</source>
            <translation>{card} {name} ← {rep} 已还，缺记录（F2 补录）</translation>
        </message>
        <message>
            <source>{card} {name} → {rep}</source>
            <translation>{card} {name} → {rep}</translation>
        </message>
        <message>
            <source>{plan} confirmed</source>
            <translation>{plan} 已确认</translation>
        </message>
        <message>
            <source>{rep}: {why}</source>
            <translation>{rep}：{why}</translation>
        </message>
        <message>
            <source>{what}. Handing it out again: F9</source>
            <translation>{what}。再发卡：F9</translation>
        </message>
        <message>
            <source>{what}. Taking it home again: F8</source>
            <translation>{what}。再还卡：F8</translation>
        </message>
    </context>
    <context>
        <name>CustodyState</name>
        <message>
            <source>accepted</source>
            <translation>已采纳</translation>
        </message>
        <message>
            <source>approved</source>
            <translation>已批准</translation>
        </message>
        <message>
            <source>asked back</source>
            <translation>退问</translation>
        </message>
        <message>
            <source>cleared on request</source>
            <translation>已依请求清除</translation>
        </message>
        <message>
            <source>come back already</source>
            <translation>已收回</translation>
        </message>
        <message>
            <source>corrected already</source>
            <translation>已更正</translation>
        </message>
        <message>
            <source>destroyed already</source>
            <translation>已销毁</translation>
        </message>
        <message>
            <source>expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>granted</source>
            <translation>已批准</translation>
        </message>
        <message>
            <source>in cabinet</source>
            <translation>在柜</translation>
        </message>
        <message>
            <source>lent once more since</source>
            <translation>之后又借出过</translation>
        </message>
        <message>
            <source>lost</source>
            <translation>遗失</translation>
        </message>
        <message>
            <source>lost already</source>
            <translation>已遗失</translation>
        </message>
        <message>
            <source>never made</source>
            <translation>未发出</translation>
        </message>
        <message>
            <source>not decided yet</source>
            <translation>待批</translation>
        </message>
        <message>
            <source>not visited</source>
            <translation>未访</translation>
        </message>
        <message>
            <source>of an earlier day</source>
            <translation>不是今天的</translation>
        </message>
        <message>
            <source>out</source>
            <translation>借出</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>passed</source>
            <translation>已审待归档</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>未批准</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>已驳回</translation>
        </message>
        <message>
            <source>reserved</source>
            <translation>预约</translation>
        </message>
        <message>
            <source>sealed</source>
            <translation>封存</translation>
        </message>
        <message>
            <source>sent back</source>
            <translation>退回补填</translation>
        </message>
        <message>
            <source>to be decided</source>
            <translation>待审</translation>
        </message>
        <message>
            <source>to review</source>
            <translation>待审</translation>
        </message>
        <message>
            <source>used already</source>
            <translation>已使用</translation>
        </message>
        <message>
            <source>visited</source>
            <translation>已访</translation>
        </message>
        <message>
            <source>void</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>with its receiver</source>
            <translation>在领用人处</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>已撤回</translation>
        </message>
    </context>
    <context>
        <name>CustomerChooser</name>
        <message>
            <source>&amp;Customer</source>
            <translation>客户(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Day</source>
            <translation>日期(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Rep</source>
            <translation>业务员(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Somebody new</source>
            <translation>新客户(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Take</source>
            <translation>选定(&amp;T)</translation>
        </message>
        <message>
            <source>A visit without its card is marked so. Somebody new gets a card within a day.</source>
            <translation>未带卡的拜访记为「无卡拜访」。新客户须在一个工作日内建卡。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customers found</source>
            <translation>找到的客户</translation>
        </message>
        <message>
            <source>Day of the visit</source>
            <translation>拜访日期</translation>
        </message>
        <message>
            <source>Name, pinyin, phone or card number</source>
            <translation>名称、拼音、电话或卡号</translation>
        </message>
        <message>
            <source>Note a visit</source>
            <translation>记一次拜访</translation>
        </message>
        <message>
            <source>Who was there</source>
            <translation>拜访人</translation>
        </message>
    </context>
    <context>
        <name>DayChooser</name>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Next working day</source>
            <translation>下一工作日</translation>
        </message>
        <message>
            <source>The day after</source>
            <translation>后一天</translation>
        </message>
        <message>
            <source>The day before</source>
            <translation>前一天</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
    </context>
    <context>
        <name>DayPapers</name>
        <message>
            <source>Badges</source>
            <translation>工牌</translation>
        </message>
        <message>
            <source>Card {number}</source>
            <translation>客户卡 {number}</translation>
        </message>
        <message>
            <source>Cards {day}</source>
            <translation>客户卡 {day}</translation>
        </message>
        <message>
            <source>Day plan {rep} {day}</source>
            <translation>当日拜访计划 {rep} {day}</translation>
        </message>
        <message>
            <source>Day plans {day}</source>
            <translation>当日拜访计划 {day}</translation>
        </message>
        <message>
            <source>Loan register {day}</source>
            <translation>借还登记簿 {day}</translation>
        </message>
        <message>
            <source>Loan register, to be written by hand</source>
            <translation>借还登记簿（手工登记）</translation>
        </message>
        <message>
            <source>Plan and cards {rep} {day}</source>
            <translation>计划与卡片 {rep} {day}</translation>
        </message>
        <message>
            <source>Plans and cards {day}</source>
            <translation>计划与卡片 {day}</translation>
        </message>
        <message>
            <source>Report of cards {day}</source>
            <translation>卡片借还日报 {day}</translation>
        </message>
        <message>
            <source>Visit records {day}</source>
            <translation>拜访记录 {day}</translation>
        </message>
        <message>
            <source>Visit records, to be written by hand</source>
            <translation>拜访记录（手工填写）</translation>
        </message>
    </context>
    <context>
        <name>DayPlan</name>
        <message>
            <source>Approved</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Balance (overdue)</source>
            <translation>欠款(逾期)</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>卡号</translation>
        </message>
        <message>
            <source>Carry the cards of today's customers only; return them today; lend them to nobody.</source>
            <translation>只携带当天拜访的客户资料卡，当日归还，不得转借</translation>
        </message>
        <message>
            <source>Cl.</source>
            <translation>级</translation>
        </message>
        <message>
            <source>Contact · phone</source>
            <translation>联系人·电话</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>District · address</source>
            <translation>片区·地址</translation>
        </message>
        <message>
            <source>Districts</source>
            <translation>片区</translation>
        </message>
        <message>
            <source>In</source>
            <translation>还</translation>
        </message>
        <message>
            <source>Made by</source>
            <translation>编制</translation>
        </message>
        <message>
            <source>No visits are planned for this day.</source>
            <translation>当日没有拜访安排。</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序</translation>
        </message>
        <message>
            <source>Out</source>
            <translation>借</translation>
        </message>
        <message>
            <source>Out – back</source>
            <translation>出发–返回</translation>
        </message>
        <message>
            <source>Plan no.</source>
            <translation>计划单号</translation>
        </message>
        <message>
            <source>Promises, to do</source>
            <translation>承诺·须办</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>拜访目的</translation>
        </message>
        <message>
            <source>Rep</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Returned at</source>
            <translation>还卡时间</translation>
        </message>
        <message>
            <source>Returned by</source>
            <translation>还卡签字</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>停留</translation>
        </message>
        <message>
            <source>Stay in all</source>
            <translation>停留合计</translation>
        </message>
        <message>
            <source>Supervisor's remark</source>
            <translation>主管批示</translation>
        </message>
        <message>
            <source>Taken ____  Returned ____</source>
            <translation>共领 ____ 张  还 ____ 张</translation>
        </message>
        <message>
            <source>Taken at</source>
            <translation>领卡时间</translation>
        </message>
        <message>
            <source>Taken by</source>
            <translation>领卡签字</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>To verify</source>
            <translation>须核实</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>计划户数</translation>
        </message>
        <message>
            <source>Visits of the day</source>
            <translation>当日拜访计划</translation>
        </message>
        <message>
            <source>Way in all</source>
            <translation>路程合计</translation>
        </message>
        <message>
            <source>agreed</source>
            <translation>约定</translation>
        </message>
        <message>
            <source>not approved</source>
            <translation>未批准</translation>
        </message>
        <message>
            <source>on paper</source>
            <translation>书面批准</translation>
        </message>
        <message>
            <source>on paper, to be confirmed</source>
            <translation>书面批准，待确认</translation>
        </message>
        <message>
            <source>{count} min</source>
            <translation>{count} 分钟</translation>
        </message>
        <message>
            <source>{count} visits</source>
            <translation>{count} 户</translation>
        </message>
        <message>
            <source>{title}, continued</source>
            <translation>{title}（续）</translation>
        </message>
    </context>
    <context>
        <name>DayReport</name>
        <message>
            <source>At closing</source>
            <translation>锁柜时</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>还回</translation>
        </message>
        <message>
            <source>Back at</source>
            <translation>归还时间</translation>
        </message>
        <message>
            <source>Borrower</source>
            <translation>借卡人</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>卡号</translation>
        </message>
        <message>
            <source>Card keeper</source>
            <translation>档案专管员</translation>
        </message>
        <message>
            <source>Card report of the day</source>
            <translation>卡片借还日报</translation>
        </message>
        <message>
            <source>Cards home without a visit record: {count}</source>
            <translation>已还、缺拜访记录：{count} 张</translation>
        </message>
        <message>
            <source>Cards not back: {count}</source>
            <translation>未还卡片：{count} 张</translation>
        </message>
        <message>
            <source>Cards of the cabinet</source>
            <translation>全柜卡片（张）</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>锁柜</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Due at</source>
            <translation>应还时间</translation>
        </message>
        <message>
            <source>Head of the log {head}</source>
            <translation>日志链头 {head}</translation>
        </message>
        <message>
            <source>In the cabinet</source>
            <translation>在柜</translation>
        </message>
        <message>
            <source>Late (h)</source>
            <translation>逾期(时)</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>遗失</translation>
        </message>
        <message>
            <source>No record</source>
            <translation>缺记录</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Not back</source>
            <translation>未还</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>开柜</translation>
        </message>
        <message>
            <source>Out</source>
            <translation>借出</translation>
        </message>
        <message>
            <source>Out at</source>
            <translation>借出时间</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>计划单号</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>Record entered on</source>
            <translation>补录日期</translation>
        </message>
        <message>
            <source>Rep</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Reps</source>
            <translation>业务员借还（张）</translation>
        </message>
        <message>
            <source>Sealed</source>
            <translation>封存</translation>
        </message>
        <message>
            <source>Signed on</source>
            <translation>签字日期</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>主管</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>acknowledged</source>
            <translation>已逐张确认</translation>
        </message>
        <message>
            <source>not acknowledged</source>
            <translation>未确认</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>尚未</translation>
        </message>
    </context>
    <context>
        <name>DecisionDialog</name>
        <message>
            <source>&amp;Grant</source>
            <translation>批准(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Refuse</source>
            <translation>不批准(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Withdraw</source>
            <translation>撤回(&amp;W)</translation>
        </message>
        <message>
            <source>Approval {number}</source>
            <translation>审批 {number}</translation>
        </message>
        <message>
            <source>C&amp;lose</source>
            <translation>关闭(&amp;L)</translation>
        </message>
        <message>
            <source>For who asked; needed when it is refused</source>
            <translation>写给请示人；不批准时必填</translation>
        </message>
        <message>
            <source>Re&amp;mark</source>
            <translation>批注(&amp;M)</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>批注</translation>
        </message>
        <message>
            <source>Say why it is refused.</source>
            <translation>请写明为何不批准。</translation>
        </message>
    </context>
    <context>
        <name>DismissDialog</name>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n 家客户</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Dismiss</source>
            <translation>注销(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Reason</source>
            <translation>原因(&amp;R)</translation>
        </message>
        <message>
            <source>Dismiss {name}</source>
            <translation>注销{name}</translation>
        </message>
        <message>
            <source>• Copies of backups elsewhere (sticks, other PCs) still open with the keys of that time. Collect them, or destroy them.</source>
            <translation>• 放在别处的备份（U 盘、其他电脑）仍能用当时的钥匙打开，请收回或销毁。</translation>
        </message>
        <message>
            <source>• Everybody else must have logged out on this PC: other windows and commands in this cabinet are to be closed first.</source>
            <translation>• 这台电脑上其他人必须先退出：打开本卡柜的其他窗口和命令都要先关掉。</translation>
        </message>
        <message>
            <source>• Plans of today and later: {plans}.</source>
            <translation>• 今天及以后的拜访计划：{plans}。</translation>
        </message>
        <message>
            <source>• The whole cabinet is encrypted anew under a new key, and so are the backups in its folder and in the second folder. With many cards this takes some minutes. Until the new key counts it can be stopped, and nothing has changed.</source>
            <translation>• 整个卡柜换新钥匙重新加密，卡柜备份文件夹和第二备份文件夹里的备份也一起重新加密。卡多时要几分钟。新钥匙生效之前都可以停下，什么也不会改变。</translation>
        </message>
        <message>
            <source>• This person keeps the cabinet or stands in for the keeper. Name somebody else afterwards.</source>
            <translation>• 此人是专管员或代管人，之后请另行指定。</translation>
        </message>
        <message>
            <source>• To be handed over to somebody: {customers}.</source>
            <translation>• 需要移交给别人：{customers}。</translation>
        </message>
        <message>
            <source>• Waiting to be decided, handed in by this person: {proposals}.</source>
            <translation>• 此人提交、尚未处理的修订建议：{proposals}。</translation>
        </message>
        <message>
            <source>• {name}'s key is taken away for good. The name stays in the history and in the log.</source>
            <translation>• {name}的钥匙永久收回，姓名仍留在变更记录和日志里。</translation>
        </message>
    </context>
    <context>
        <name>Dismissal</name>
        <message>
            <source>{file} cannot be reached now. It is encrypted anew at the next backup that finds it.</source>
            <translation>“{file}”现在找不到。下次备份能找到它时，会用新钥匙重新加密。</translation>
        </message>
        <message>
            <source>{file} cannot be written: the disk is full or write-protected, or another program is at it. The next backup tries once more.</source>
            <translation>“{file}”写不进去：磁盘已满或写保护，或另一个程序正在用它。下次备份时再试。</translation>
        </message>
        <message>
            <source>{file} is damaged and cannot be encrypted anew. Delete it.</source>
            <translation>“{file}”已损坏，不能重新加密，请删除。</translation>
        </message>
        <message>
            <source>{file} is of an older key, which is no longer there. Delete it, or keep it locked away.</source>
            <translation>“{file}”用的是更早的钥匙，那把钥匙已经没有了。请删除，或锁好保管。</translation>
        </message>
        <message>
            <source>{file} is still to be encrypted anew; the next backup goes on with it.</source>
            <translation>“{file}”还没有重新加密，下次备份时接着做。</translation>
        </message>
        <message>
            <source>{first} and more, {count} in all</source>
            <translation>{first}等，共 {count} 个</translation>
        </message>
    </context>
    <context>
        <name>DismissedDialog</name>
        <message numerus="yes">
            <source>%n backup(s) encrypted anew.</source>
            <translation>
                <numerusform>%n 份备份已重新加密。</numerusform>
            </translation>
        </message>
        <message>
            <source>Name a new keeper or deputy of the cabinet.</source>
            <translation>请另行指定专管员或代管人。</translation>
        </message>
        <message>
            <source>The cabinet has a new key; {name} opens nothing any more.</source>
            <translation>卡柜已换新钥匙，{name}再也打不开了。</translation>
        </message>
        <message>
            <source>The recovery code opens nothing any more. Make a new one now.</source>
            <translation>恢复码已打不开卡柜，请立即重新生成。</translation>
        </message>
        <message>
            <source>These need a new first password: {people}.</source>
            <translation>这些工号需要新的初始口令：{people}。</translation>
        </message>
        <message>
            <source>To be handed over to somebody: {cards}.</source>
            <translation>需要移交给别人：{cards}。</translation>
        </message>
        <message>
            <source>{name} is dismissed</source>
            <translation>{name}已注销</translation>
        </message>
    </context>
    <context>
        <name>Display</name>
        <message>
            <source>The display {name} cannot be reached.</source>
            <translation>无法连接显示 {name}。</translation>
        </message>
        <message>
            <source>The window needs system libraries that are not installed: {names}</source>
            <translation>窗口需要的系统库尚未安装：{names}</translation>
        </message>
        <message>
            <source>There is no display to open a window on (DISPLAY is not set). Log in at a desktop, or use a command: card-cabinet --help</source>
            <translation>没有可以打开窗口的显示（DISPLAY 未设置）。请在桌面登录，或使用命令：card-cabinet --help</translation>
        </message>
    </context>
    <context>
        <name>DoorCode</name>
        <message>
            <source>Trying the recovery code</source>
            <translation>正在试用恢复码</translation>
        </message>
    </context>
    <context>
        <name>DoorSheet</name>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Save the sheet of the recovery code</source>
            <translation>保存恢复码页</translation>
        </message>
        <message>
            <source>{number}: saved as {file}.</source>
            <translation>{number}：已保存为 {file}。</translation>
        </message>
        <message>
            <source>{number}: sent to the printer.</source>
            <translation>{number}：已送打印机。</translation>
        </message>
    </context>
    <context>
        <name>DrawerList</name>
        <message numerus="yes">
            <source>%n card(s)</source>
            <translation>
                <numerusform>%n 张</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n out</source>
            <translation>
                <numerusform>借出 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>逾期 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>All cards</source>
            <translation>全部卡片</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>破损待补</translation>
        </message>
        <message>
            <source>Drawers</source>
            <translation>抽屉</translation>
        </message>
        <message>
            <source>Incomplete</source>
            <translation>资料不全</translation>
        </message>
        <message>
            <source>Interrupted</source>
            <translation>中断客户</translation>
        </message>
        <message>
            <source>Key accounts</source>
            <translation>大客户</translation>
        </message>
        <message>
            <source>Out</source>
            <translation>借出在外</translation>
        </message>
        <message>
            <source>Proposed changes</source>
            <translation>修订待审</translation>
        </message>
        <message>
            <source>Prospects</source>
            <translation>潜在/未来客户</translation>
        </message>
        <message>
            <source>Sent back</source>
            <translation>退回补填</translation>
        </message>
        <message>
            <source>To be filed</source>
            <translation>待归档</translation>
        </message>
        <message>
            <source>To be reviewed</source>
            <translation>待审核</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>Waiting for review</source>
            <translation>待审</translation>
        </message>
    </context>
    <context>
        <name>DuplicateQuestion</name>
        <message>
            <source>&amp;Make the card all the same</source>
            <translation>仍然建卡(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Save all the same</source>
            <translation>仍然保存(&amp;S)</translation>
        </message>
        <message>
            <source>Look at that card first. Is this another customer?</source>
            <translation>请先查看那张卡。确是另一家客户吗？</translation>
        </message>
        <message>
            <source>There seems to be a card already</source>
            <translation>此客户可能已有卡</translation>
        </message>
    </context>
    <context>
        <name>ElsewhereSearch</name>
        <message>
            <source>{name} · {ref} · kept by {rep}</source>
            <translation>{name} · {ref} · 负责人 {rep}</translation>
        </message>
    </context>
    <context>
        <name>EmptyCabinet</name>
        <message>
            <source>Bring the office's customers in from a spreadsheet, or write the first card by hand. A card needs a name, a rep and a district; the rest can follow.</source>
            <translation>可从电子表格导入本单位的客户，也可手工填写第一张卡。有名称、业务员和片区即可入柜，其余可以以后补填。</translation>
        </message>
        <message>
            <source>The cabinet is empty</source>
            <translation>卡柜里还没有卡片</translation>
        </message>
    </context>
    <context>
        <name>EntryDelegate</name>
        <message>
            <source>late {count}</source>
            <translation>逾{count}</translation>
        </message>
        <message>
            <source>out {count}</source>
            <translation>借{count}</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>&amp;Ask for approval …</source>
            <translation>请示(&amp;A)…</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>A workbook takes {most} lines of the log. Choose fewer days, or a file ending in .csv.</source>
            <translation>一个工作簿最多 {most} 行日志。请缩短日期范围，或改用 .csv 文件。</translation>
        </message>
        <message>
            <source>For {role} this ({act}) is a change to be handed in: save it on the card, and it waits until it is decided on. It may be done directly by: {may}.</source>
            <translation>{role}对此事（{act}）须提出修订建议：在卡片上改好保存，等候审定。可直接办理的有：{may}。</translation>
        </message>
        <message>
            <source>For {role} this ({act}) needs an approval: ask for it first. It may be done directly by: {may}.</source>
            <translation>{role}办理此事（{act}）须先报批。可直接办理的有：{may}。</translation>
        </message>
        <message>
            <source>In {ref} there is something already, and it is left as it is. Choose a new folder beside it; when everything is there, go on working in the new one.</source>
            <translation>{ref} 里已有内容，不会覆盖。请在旁边另选一个新文件夹；核对齐全后，以后就用新的。</translation>
        </message>
        <message>
            <source>Nothing was taken over. These rows stand with their reasons in {rejected_file}.</source>
            <translation>一行也没有导入。这些行连同原因已写到 {rejected_file}。</translation>
        </message>
        <message>
            <source>Please give a reason.</source>
            <translation>请写明理由。</translation>
        </message>
        <message>
            <source>Row {row}, {field}: {reason}</source>
            <translation>第{row}行，{field}：{reason}</translation>
        </message>
        <message>
            <source>Row {row}: {reason}</source>
            <translation>第{row}行：{reason}</translation>
        </message>
        <message>
            <source>Some entries cannot be taken:
{problems}</source>
            <translation>有些内容不能接受：
{problems}</translation>
        </message>
        <message>
            <source>Something went wrong in the program, and this step was not finished. What it was stands in the file {log}.</source>
            <translation>程序出了差错，这一步没有完成。差错的位置记在文件 {log} 中。</translation>
        </message>
        <message>
            <source>Stopped. Nothing was changed.</source>
            <translation>已停止，没有任何改动。</translation>
        </message>
        <message>
            <source>The backup {file} is not usable: {reason}</source>
            <translation>备份 {file} 不可用：{reason}</translation>
        </message>
        <message>
            <source>The cabinet is in use by another window or program at the moment. Try again when it has finished: {path}</source>
            <translation>卡柜正被另一窗口或程序独占使用，请等它结束后再试：{path}</translation>
        </message>
        <message>
            <source>The cabinet is not open. Until the keeper opens it, no full card can be read or changed.</source>
            <translation>柜门未开。档案专管员开柜之前，不能查看或修改整张资料卡。</translation>
        </message>
        <message>
            <source>The cabinet is open already: {opened_by} opened it at {opened_at}.</source>
            <translation>柜门已经打开：{opened_by}于{opened_at}开柜。</translation>
        </message>
        <message>
            <source>The cabinet's database in {path} is damaged. Restore the latest backup; do not go on working in it.</source>
            <translation>卡柜数据库 {path} 已损坏。请恢复最近的备份，不要继续使用。</translation>
        </message>
        <message>
            <source>The check found faults:
{faults}</source>
            <translation>校验发现问题：
{faults}</translation>
        </message>
        <message>
            <source>The file {file} cannot be read: {reason}</source>
            <translation>文件{file}无法读取：{reason}</translation>
        </message>
        <message>
            <source>The key file keys.json in {path} is missing or damaged, or it is an old one from before the keys were changed. Put back the newest keys.json from a copy of the cabinet, or restore a backup. The cards themselves are not affected.</source>
            <translation>钥匙文件 {path} 丢失、损坏，或是换钥匙之前的旧文件。请从卡柜的副本放回最新的keys.json，或从备份恢复；卡片本身不受影响。</translation>
        </message>
        <message>
            <source>The password is too short: at least {shortest} characters are needed.</source>
            <translation>口令太短，至少需要{shortest}个字符。</translation>
        </message>
        <message>
            <source>The printer “{printer}” does not take the job. Nothing was logged as printed: look at the printer and try again, or save the paper as a file.</source>
            <translation>打印机「{printer}」没有接收任务，未记为已打印。请检查打印机后重试，或先存为文件。</translation>
        </message>
        <message>
            <source>There is a card of this customer already: {card_no}, kept by {holder} (same {field}).</source>
            <translation>已有卡{card_no}，负责人{holder}（{field}相同）。</translation>
        </message>
        <message>
            <source>There is a plan of that day already: {ref}.</source>
            <translation>当天已有计划：{ref}。</translation>
        </message>
        <message>
            <source>There is a {kind} “{ref}” already. Choose another name.</source>
            <translation>{kind}“{ref}”已经有了，请换一个名称。</translation>
        </message>
        <message>
            <source>There is no card cabinet at {path}.</source>
            <translation>{path} 处没有卡柜。</translation>
        </message>
        <message>
            <source>There is no {kind} “{ref}”.</source>
            <translation>没有{kind}“{ref}”。</translation>
        </message>
        <message>
            <source>These cards are not home: {card_nos}. Name each of them as missing to close the cabinet.</source>
            <translation>以下卡片未归柜：{card_nos}。锁柜前须逐张确认。</translation>
        </message>
        <message>
            <source>These cards are not on {plan_no}, or were struck from it: {card_nos}.</source>
            <translation>这些卡不在 {plan_no} 上，或已被取消：{card_nos}。</translation>
        </message>
        <message>
            <source>These cards cannot go out; nothing was handed out. Strike their lines first:
{cards}</source>
            <translation>以下卡片不能发出，本次一张也未发。请先划去这些行：
{cards}</translation>
        </message>
        <message>
            <source>This cabinet was made by a newer version of the program. Please update the program; nothing was changed.</source>
            <translation>这个卡柜由更新版本的程序建立。请升级程序；没有任何改动。</translation>
        </message>
        <message>
            <source>This is not the code that was made. Type it once more from the paper.</source>
            <translation>这不是刚才生成的恢复码。请照纸上再输入一次。</translation>
        </message>
        <message>
            <source>This value of {ref} was cleared at the customer's request. It is kept nowhere and cannot be put back.</source>
            <translation>{ref} 的这项内容已依客户请求清除，没有任何留存，无法恢复。</translation>
        </message>
        <message>
            <source>Too many wrong passwords. Try again in {wait_seconds} seconds.</source>
            <translation>口令错误次数过多，请等{wait_seconds}秒再试。</translation>
        </message>
        <message>
            <source>Wrong name or password.</source>
            <translation>姓名或口令不对。</translation>
        </message>
        <message>
            <source>You have asked for this already: {ref}. It waits for its decision, or may be used now.</source>
            <translation>您已为此事请示过：{ref}。正在等候批示，或已批准可用。</translation>
        </message>
        <message>
            <source>You have looked at {limit} cards today, as many as a rep may. {ref} can be read tomorrow, or with a query slip from the supervisor.</source>
            <translation>您今天已查看 {limit} 张卡片，达到上限。{ref} 可明天再看，或请主管开查询单。</translation>
        </message>
        <message>
            <source>You may do this ({act}) without asking anybody; no approval is needed.</source>
            <translation>此事（{act}）您可直接办理，无需请示。</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>无人（由程序办理）</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>{borrower} gets no cards until this is settled. Overdue: {overdue}. Without a visit record: {missing}. The supervisor may lift the block for today.</source>
            <translation>{borrower}处理完以下事项前不能领卡。逾期未还：{overdue}；缺拜访记录：{missing}。主管可以解除当日封锁。</translation>
        </message>
        <message>
            <source>{borrower} holds {held} cards; {wanted} more would be over the limit of {limit}.</source>
            <translation>{borrower}已持卡 {held} 张，再领 {wanted} 张将超过上限 {limit} 张。</translation>
        </message>
        <message>
            <source>{card_no}: {state}</source>
            <translation>{card_no}：{state}</translation>
        </message>
        <message>
            <source>{card_no}: {state}, for {holder}</source>
            <translation>{card_no}：{state}（{holder}）</translation>
        </message>
        <message>
            <source>{card_no}: {state}, {holder} since {since}</source>
            <translation>{card_no}：{state}，{holder}，自 {since}</translation>
        </message>
        <message>
            <source>{day} has passed: no card is reserved for it any more.</source>
            <translation>{day} 已过，不能再为这一天预约卡片。</translation>
        </message>
        <message>
            <source>{field}: {reason}</source>
            <translation>{field}：{reason}</translation>
        </message>
        <message>
            <source>{path} cannot be written: {reason}</source>
            <translation>{path} 无法写入：{reason}。</translation>
        </message>
        <message>
            <source>{path} is on a network share. A cabinet must stand on a disk of this computer, where it cannot be damaged by a broken connection.</source>
            <translation>{path}位于网络共享盘。卡柜必须放在本机磁盘上，以免断网造成损坏。</translation>
        </message>
        <message>
            <source>{person} cannot be dismissed: nobody dismisses himself, and one manager must stay.</source>
            <translation>不能注销 {person}：不能注销自己，且至少保留一位经理。</translation>
        </message>
        <message>
            <source>{person} has cards out: {card_nos}. Take them back first.</source>
            <translation>{person} 还有卡片在外：{card_nos}。请先收回。</translation>
        </message>
        <message>
            <source>{plan_no} is approved. Lines may still be struck from it; anything else is changed by who may approve it: {may}.</source>
            <translation>{plan_no} 已批准。仍可从中取消某一户；其他改动须由有权批准的人做：{may}。</translation>
        </message>
        <message>
            <source>{ref} cannot be filed yet. Still empty: {fields}.</source>
            <translation>{ref}还不能归档，必填项未填：{fields}。</translation>
        </message>
        <message>
            <source>{ref} is a secret card. Two persons open the managers' drawer together, one of them a manager: somebody beside you enters his password.</source>
            <translation>{ref} 是绝密卡片。经理抽屉须两人同时开启，其中一人是经理：请身边的人输入他自己的口令。</translation>
        </message>
        <message>
            <source>{ref} is in the state “{state}”, in which this cannot be done.</source>
            <translation>{ref}目前是“{state}”状态，不能这样办理。</translation>
        </message>
        <message>
            <source>{ref} is not a customer of {rep}.</source>
            <translation>{ref} 不是{rep}的客户。</translation>
        </message>
        <message>
            <source>{ref} is not out with {rep}. It is in the state “{state}”, with: {holder}.</source>
            <translation>{ref} 不在{rep}手中。卡片状态：{state}，持卡人：{holder}。</translation>
        </message>
        <message>
            <source>{ref} is of an earlier day; only what was entered today can be corrected.</source>
            <translation>{ref} 不是今天登记的；只能更正今天的登记。</translation>
        </message>
        <message>
            <source>{ref} is on the plan already.</source>
            <translation>{ref} 已在计划上。</translation>
        </message>
        <message>
            <source>{ref} is read for a purpose: name it to open the card.</source>
            <translation>查阅 {ref} 须先写明用途。</translation>
        </message>
        <message>
            <source>{ref} says something else by now than when this was proposed: {fields}. Look at what stands there, and decide again.</source>
            <translation>{ref} 提出建议后卡上已有变动：{fields}。请看清现在的内容，再行审定。</translation>
        </message>
        <message>
            <source>{ref} was asked for by you: somebody else must decide on it.</source>
            <translation>{ref} 是您自己提出的，须由别人审批。</translation>
        </message>
        <message>
            <source>{ref} was changed since, so this can no longer be undone in one step.</source>
            <translation>{ref} 此后又有改动，不能一步撤销。</translation>
        </message>
        <message>
            <source>{ref} was filled in by you: somebody else must pass it.</source>
            <translation>{ref}是您自己填的，须由别人审核。</translation>
        </message>
        <message>
            <source>{rep} has no approved plan of {day}. It is made and approved first.</source>
            <translation>{rep}没有 {day} 的已批准计划，请先编制、批准。</translation>
        </message>
        <message>
            <source>{role} may not do this ({act}). It may be done by: {may}.</source>
            <translation>{role}不能做这件事（{act}）。可以办理的是：{may}。</translation>
        </message>
        <message>
            <source>{saved_by} saved {ref} at {saved_at}, after you opened it. Your typing is kept: open the card again, compare, and save.</source>
            <translation>{saved_by}已于{saved_at}保存了{ref}，晚于您打开的时间。您填写的内容已保留：请重新打开卡片，核对后再保存。</translation>
        </message>
    </context>
    <context>
        <name>Export</name>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Primary contact: {label}</source>
            <translation>主要联系人{label}</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>&amp;Ask for approval …</source>
            <translation>请示(&amp;A)…</translation>
        </message>
        <message>
            <source>&amp;Export …</source>
            <translation>导出(&amp;E)…</translation>
        </message>
        <message>
            <source>Cards</source>
            <translation>卡片</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Export cards</source>
            <translation>导出卡片</translation>
        </message>
        <message>
            <source>Export cards to</source>
            <translation>导出到</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>交给谁</translation>
        </message>
        <message>
            <source>List in text (*.csv)</source>
            <translation>文本清单 (*.csv)</translation>
        </message>
        <message>
            <source>The file is not encrypted: whoever has it can read it, on any computer. It is numbered, and the log keeps what was in it and who got it.</source>
            <translation>导出的文件没有加密，谁拿到、在哪台电脑上都能看。文件有编号，日志记下其中有什么、给了谁。</translation>
        </message>
        <message>
            <source>Workbook (*.xlsx)</source>
            <translation>工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>customers {day}.xlsx</source>
            <translation>客户 {day}.xlsx</translation>
        </message>
        <message>
            <source>{number}: {count} cards exported to {file}.</source>
            <translation>{number}：已导出 {count} 张卡到 {file}。</translation>
        </message>
    </context>
    <context>
        <name>FactGroup</name>
        <message>
            <source>Contact facts</source>
            <translation>联系资料</translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>信用资料</translation>
        </message>
        <message>
            <source>Features</source>
            <translation>企业特征</translation>
        </message>
        <message>
            <source>Legal and registration facts</source>
            <translation>注册与法务资料</translation>
        </message>
        <message>
            <source>Needs</source>
            <translation>客户需要</translation>
        </message>
        <message>
            <source>Rivals</source>
            <translation>竞争情况</translation>
        </message>
        <message>
            <source>Trading summary</source>
            <translation>交易摘要</translation>
        </message>
    </context>
    <context>
        <name>Fault</name>
        <message>
            <source>approval {ref}: how far it has come contradicts itself</source>
            <translation>审批单 {ref}：进度自相矛盾</translation>
        </message>
        <message>
            <source>approval {ref}: it stands in the log and is not there</source>
            <translation>审批单 {ref}：日志中有，库中却没有</translation>
        </message>
        <message>
            <source>approval {ref}: something was done with it, and it is not used up</source>
            <translation>审批单 {ref}：已凭它办事，却未记为已使用</translation>
        </message>
        <message>
            <source>approval {ref}: the log does not tell its steps</source>
            <translation>审批单 {ref}：日志中没有相应的记载</translation>
        </message>
        <message>
            <source>attachment {ref}: it came into the cabinet without the log</source>
            <translation>附件 {ref}：日志中没有它的收入记录</translation>
        </message>
        <message>
            <source>attachment {ref}: it is not the file that came in</source>
            <translation>附件 {ref}：与收入时的文件不一致</translation>
        </message>
        <message>
            <source>attachment {ref}: it stands in the log and is not there</source>
            <translation>附件 {ref}：日志中有，柜中没有</translation>
        </message>
        <message>
            <source>card {ref}: a number of a row of {fields} was not given out</source>
            <translation>卡{ref}：{fields} 有一行的行号尚未发出</translation>
        </message>
        <message>
            <source>card {ref}: it came into the cabinet without the log</source>
            <translation>卡{ref}：入柜没有日志记录</translation>
        </message>
        <message>
            <source>card {ref}: it has no rep or no district</source>
            <translation>卡{ref}：没有业务员或片区</translation>
        </message>
        <message>
            <source>card {ref}: it is kept for {document}, which does not have it</source>
            <translation>卡 {ref}：为 {document} 预约，但该单上没有此卡</translation>
        </message>
        <message>
            <source>card {ref}: it is void, and reserved for {day}</source>
            <translation>卡片 {ref}：已作废，却有 {day} 的预约</translation>
        </message>
        <message>
            <source>card {ref}: it stands in the log and is not there</source>
            <translation>卡{ref}：日志中有，实际没有</translation>
        </message>
        <message>
            <source>card {ref}: it went into another, and something still hangs on it: {table}</source>
            <translation>卡片 {ref}：已并入他卡，名下仍有记录：{table}</translation>
        </message>
        <message>
            <source>card {ref}: its history does not tell what stands in {fields}</source>
            <translation>卡{ref}：{fields} 与修订记录不符</translation>
        </message>
        <message>
            <source>card {ref}: its holder does not fit its state</source>
            <translation>卡{ref}：持卡人与状态不符</translation>
        </message>
        <message>
            <source>card {ref}: its number does not fit its state or kind</source>
            <translation>卡{ref}：卡号与状态或种类不符</translation>
        </message>
        <message>
            <source>card {ref}: its open loan does not fit its state</source>
            <translation>卡片 {ref}：未还的借出与卡片状态不符</translation>
        </message>
        <message>
            <source>card {ref}: its place does not fit its drawer</source>
            <translation>卡{ref}：档案位与抽屉不符</translation>
        </message>
        <message>
            <source>card {ref}: its state is “{state}”, by the log it is “{logged}”</source>
            <translation>卡片 {ref}：状态为“{state}”，按日志应为“{logged}”</translation>
        </message>
        <message>
            <source>card {ref}: its version does not fit its changes</source>
            <translation>卡{ref}：版本与修订记录不符</translation>
        </message>
        <message>
            <source>card {ref}: rows of {fields} contradict each other</source>
            <translation>卡{ref}：{fields} 各行互相矛盾</translation>
        </message>
        <message>
            <source>copy {ref}: it stands in the log and is not there</source>
            <translation>副本 {ref}：日志里有，登记里没有</translation>
        </message>
        <message>
            <source>copy {ref}: it was issued without the log</source>
            <translation>副本 {ref}：发放时日志没有记录</translation>
        </message>
        <message>
            <source>copy {ref}: what became of it contradicts the log</source>
            <translation>副本 {ref}：去向与日志不符</translation>
        </message>
        <message>
            <source>database: page {page} does not decrypt</source>
            <translation>数据库：第{page}页无法解密</translation>
        </message>
        <message>
            <source>database: {name} is not as this program made it</source>
            <translation>数据库：{name}与本程序所建的不一致</translation>
        </message>
        <message>
            <source>database: {table} row {row} points to nothing</source>
            <translation>数据库：{table}第{row}行指向不存在的记录</translation>
        </message>
        <message>
            <source>database: {text}</source>
            <translation>数据库：{text}</translation>
        </message>
        <message>
            <source>drawers: number {drawer} is missing or not the right one</source>
            <translation>抽屉：{drawer}号缺失或不对</translation>
        </message>
        <message>
            <source>drawers: the district {district} has none</source>
            <translation>抽屉：片区{district}没有抽屉</translation>
        </message>
        <message>
            <source>loan {loan_no}: borrower or due time of card {ref} are not those of the log</source>
            <translation>借还 {loan_no}：卡片 {ref} 的借卡人或应还时间与日志不符</translation>
        </message>
        <message>
            <source>loan {loan_no}: it stands in the log and is not there</source>
            <translation>借还 {loan_no}：日志中有，登记簿中没有</translation>
        </message>
        <message>
            <source>loan {loan_no}: it was written without the log</source>
            <translation>借还 {loan_no}：日志中没有记载</translation>
        </message>
        <message>
            <source>loan {loan_no}: whether its visit record is missing does not fit the records</source>
            <translation>借还 {loan_no}：缺记录标记与拜访记录不符</translation>
        </message>
        <message>
            <source>log: it ends at line {last}, its seal says {sealed}</source>
            <translation>日志：到第{last}行为止，封签记为第{sealed}行</translation>
        </message>
        <message>
            <source>log: line {found} follows line {after}; lines in between are missing</source>
            <translation>日志：第{after}行之后是第{found}行，中间缺行</translation>
        </message>
        <message>
            <source>log: line {no} no longer agrees with paper ({paper}); it or a line before it was changed</source>
            <translation>日志：第 {no} 行与纸上链头（{paper}）不符；该行或之前的行被改动过</translation>
        </message>
        <message>
            <source>log: line {no} was changed, put in, or moved</source>
            <translation>日志：第{no}行被改动、插入或移位</translation>
        </message>
        <message>
            <source>log: paper knows line {no}, and the log ends at line {last}</source>
            <translation>日志：纸上有第 {no} 行，而日志只到第 {last} 行</translation>
        </message>
        <message>
            <source>log: the seal over its end is not this program's own; lines may be missing before line {last}</source>
            <translation>日志：末尾的封签不是本程序所盖；第 {last} 行之前可能缺行</translation>
        </message>
        <message>
            <source>log: “{paper}” is no head of a log; it reads like 1234-0A1B2C3D4E5F60718293</source>
            <translation>日志：「{paper}」不是日志链头；应形如 1234-0A1B2C3D4E5F60718293</translation>
        </message>
        <message>
            <source>merge {ref}: it contradicts the state of card {card_no}</source>
            <translation>并卡 {ref}：与卡片 {card_no} 的状态不符</translation>
        </message>
        <message>
            <source>merge {ref}: it stands in the log and is not there</source>
            <translation>并卡 {ref}：日志中有，档案中没有</translation>
        </message>
        <message>
            <source>merge {ref}: it was made or undone without the log</source>
            <translation>并卡 {ref}：合并或撤销没有日志</translation>
        </message>
        <message>
            <source>numbers: {series} stands at {last}, but higher numbers were given</source>
            <translation>编号：{series}记到{last}，但已有更大的号</translation>
        </message>
        <message>
            <source>opening of {day}: its times contradict one another</source>
            <translation>{day}开柜记录：时间前后矛盾</translation>
        </message>
        <message>
            <source>people: number {staff_no} stands in the log and is not there</source>
            <translation>人员：日志中有{staff_no}号，实际没有</translation>
        </message>
        <message>
            <source>people: number {staff_no} was added without the log</source>
            <translation>人员：{staff_no}号没有经过日志就加入了</translation>
        </message>
        <message>
            <source>people: the keeper, number {staff_no}, is not there</source>
            <translation>人员：专管员{staff_no}号不存在</translation>
        </message>
        <message>
            <source>plan {ref}: it stands in the log and is not there</source>
            <translation>计划 {ref}：日志中有记录，计划却不在</translation>
        </message>
        <message>
            <source>plan {ref}: it was made without the log</source>
            <translation>计划 {ref}：日志中没有编制记录</translation>
        </message>
        <message>
            <source>plan {ref}: its approval contradicts itself or the log</source>
            <translation>计划 {ref}：批准情况自相矛盾或与日志不符</translation>
        </message>
        <message>
            <source>plan {ref}: its number does not fit its day</source>
            <translation>计划 {ref}：编号与日期不符</translation>
        </message>
        <message>
            <source>plan {ref}: line {seq} contradicts itself</source>
            <translation>计划 {ref}：第 {seq} 行自相矛盾</translation>
        </message>
        <message>
            <source>proposal {ref}: how far it has come contradicts itself</source>
            <translation>修订建议 {ref}：审定情况自相矛盾</translation>
        </message>
        <message>
            <source>proposal {ref}: it stands in the log and is not there</source>
            <translation>修订建议 {ref}：日志中有记录，建议却不在</translation>
        </message>
        <message>
            <source>proposal {ref}: it was handed in without the log</source>
            <translation>修订建议 {ref}：未经日志提出</translation>
        </message>
        <message>
            <source>visit record {ref}: it stands in the log and is not there</source>
            <translation>拜访记录 {ref}：日志中有，记录不见了</translation>
        </message>
        <message>
            <source>visit record {ref}: it was written without the log</source>
            <translation>拜访记录 {ref}：日志中没有记载</translation>
        </message>
        <message>
            <source>{part}: values stand there that this program never writes</source>
            <translation>{part}：其中有本程序从不写入的内容</translation>
        </message>
    </context>
    <context>
        <name>FieldPicker</name>
        <message>
            <source>All that the import reads back</source>
            <translation>凡能再导入的项目</translation>
        </message>
        <message>
            <source>All that you may have on paper</source>
            <translation>凡您有权打印的项目</translation>
        </message>
        <message>
            <source>Columns of the list</source>
            <translation>清单的项目</translation>
        </message>
        <message>
            <source>Short list: number, name, class, rep, address, telephone</source>
            <translation>常用：卡号、名称、等级、业务员、地址、电话</translation>
        </message>
        <message>
            <source>Those that are ticked</source>
            <translation>自选（打勾）</translation>
        </message>
        <message>
            <source>Which columns</source>
            <translation>导出哪些项目</translation>
        </message>
    </context>
    <context>
        <name>FileReason</name>
        <message>
            <source>it does not hold all the rows that it names.</source>
            <translation>它缺少目录中列出的数据行。</translation>
        </message>
        <message>
            <source>it has no sheet named “{sheet}”.</source>
            <translation>没有名为“{sheet}”的工作表。</translation>
        </message>
        <message>
            <source>it is a web page that only bears the name of a list. Open it in the spreadsheet program and save it as .xlsx.</source>
            <translation>这其实是一个网页文件。请用表格软件打开，另存为 .xlsx。</translation>
        </message>
        <message>
            <source>it is a workbook of the old kind (.xls). Open it in the spreadsheet program and save it as .xlsx.</source>
            <translation>这是旧格式（.xls）的工作簿。请用表格软件打开，另存为 .xlsx。</translation>
        </message>
        <message>
            <source>it is another kind of file, no backup of a card cabinet.</source>
            <translation>它是别种文件，不是卡柜的备份。</translation>
        </message>
        <message>
            <source>it is damaged. Open it in the spreadsheet program and save it anew.</source>
            <translation>文件已损坏。请用表格软件打开后重新保存。</translation>
        </message>
        <message>
            <source>it is neither an .xlsx workbook nor a .csv list. Save it as .xlsx.</source>
            <translation>既不是 .xlsx 工作簿，也不是 .csv 名单。请另存为 .xlsx。</translation>
        </message>
        <message>
            <source>it is no backup of a card cabinet, or parts of it are missing.</source>
            <translation>它不是卡柜的备份，或者缺了一部分。</translation>
        </message>
        <message>
            <source>it is not written as a map file must be: {told}</source>
            <translation>对照文件写法不对：{told}</translation>
        </message>
        <message>
            <source>it is protected by a password. Open it in the spreadsheet program, save it without a password, and import that file.</source>
            <translation>文件有密码保护。请用表格软件打开，取消密码后另存，再导入。</translation>
        </message>
        <message>
            <source>it is too large: at most {most} rows, and {megabytes} MB, are read at once.</source>
            <translation>文件太大：一次最多读取 {most} 行、{megabytes} MB。</translation>
        </message>
        <message>
            <source>it may not be read, or another program holds it: {told}</source>
            <translation>不能读取，或正被别的程序占用：{told}</translation>
        </message>
        <message>
            <source>its characters are written in none of the known ways. Save it as .xlsx, or name the encoding.</source>
            <translation>认不出它的文字编码。请另存为 .xlsx，或指定编码。</translation>
        </message>
        <message>
            <source>its database contradicts itself.</source>
            <translation>它的数据库前后矛盾。</translation>
        </message>
        <message>
            <source>its end is missing, as after a copy that was broken off. Copy it once more from where it came.</source>
            <translation>文件尾部缺失，多半是拷贝中断。请从原处重新拷贝一次。</translation>
        </message>
        <message>
            <source>its key slots are damaged.</source>
            <translation>它的钥匙文件已损坏。</translation>
        </message>
        <message>
            <source>its keys are not those of its database.</source>
            <translation>它的钥匙与数据库不相配。</translation>
        </message>
        <message>
            <source>its table of contents is damaged.</source>
            <translation>它的目录已损坏。</translation>
        </message>
        <message>
            <source>no row with headings such as “客户名称” or “Company” was found. Name the row of the headings and the columns in a map file.</source>
            <translation>找不到带“客户名称”之类栏目名的标题行。请在对照文件里写明标题行和各栏。</translation>
        </message>
        <message>
            <source>pages of it do not decrypt.</source>
            <translation>其中有些页无法解密。</translation>
        </message>
        <message>
            <source>something stands far outside of the list, in cell {cell}. Delete the empty rows and columns around the list and save it.</source>
            <translation>名单以外很远的单元格 {cell} 里有内容。请删去名单周围的空行空列后保存。</translation>
        </message>
        <message>
            <source>the file is damaged.</source>
            <translation>文件已损坏。</translation>
        </message>
        <message>
            <source>the file is empty.</source>
            <translation>文件是空的。</translation>
        </message>
        <message>
            <source>the file was changed, or is not whole.</source>
            <translation>文件被改动过，或者不完整。</translation>
        </message>
        <message>
            <source>there is no such file.</source>
            <translation>没有这个文件。</translation>
        </message>
        <message>
            <source>there is nothing in it.</source>
            <translation>里面什么也没有。</translation>
        </message>
    </context>
    <context>
        <name>FilterChips</name>
        <message>
            <source>Cards on which required facts are missing</source>
            <translation>必填资料还没填齐的卡</translation>
        </message>
        <message>
            <source>Cards that were changed since the office printed them</source>
            <translation>上次打印之后内容又改过的卡</translation>
        </message>
        <message>
            <source>Incomplete</source>
            <translation>资料不全</translation>
        </message>
        <message>
            <source>To be reprinted</source>
            <translation>需重打</translation>
        </message>
    </context>
    <context>
        <name>FirstPage</name>
        <message>
            <source>&amp;Make a cabinet …</source>
            <translation>新建卡柜(&amp;M)…</translation>
        </message>
        <message>
            <source>&amp;Open a cabinet …</source>
            <translation>打开卡柜(&amp;O)…</translation>
        </message>
        <message>
            <source>&amp;Restore from a backup …</source>
            <translation>从备份恢复(&amp;R)…</translation>
        </message>
        <message>
            <source>2,000 invented customers, to try everything on. It is made in a few moments.</source>
            <translation>2,000 户虚构的客户，可以随意试用。稍等片刻就做好。</translation>
        </message>
        <message>
            <source>An office's customer cards, under lock and key</source>
            <translation>办公室的客户资料卡，专人保管，上锁加密</translation>
        </message>
        <message>
            <source>Card Cabinet</source>
            <translation>客户卡柜</translation>
        </message>
        <message>
            <source>Look at the &amp;sample office</source>
            <translation>看看示例办公室(&amp;S)</translation>
        </message>
        <message>
            <source>Open a cabinet</source>
            <translation>打开卡柜</translation>
        </message>
        <message>
            <source>Opened before</source>
            <translation>最近打开过</translation>
        </message>
    </context>
    <context>
        <name>FirstPassword</name>
        <message>
            <source>First password</source>
            <translation>初始口令</translation>
        </message>
        <message>
            <source>Hand this password over. It is shown only now; at the first log-in it is changed.</source>
            <translation>请把这个口令交给本人。它只在此刻显示，本人首次登录时改掉。</translation>
        </message>
    </context>
    <context>
        <name>FirstPasswordPage</name>
        <message>
            <source>&amp;Back to the log-in</source>
            <translation>返回登录(&amp;B)</translation>
        </message>
        <message>
            <source>The first password was given to you. Choose one that nobody else knows.</source>
            <translation>初始口令是别人给的。请换成只有自己知道的口令。</translation>
        </message>
        <message>
            <source>Your own password</source>
            <translation>设定自己的口令</translation>
        </message>
    </context>
    <context>
        <name>FirstPasswords</name>
        <message>
            <source>&amp;Copy the list</source>
            <translation>复制名单(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Go on</source>
            <translation>继续(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Save the list as a file …</source>
            <translation>存为文件(&amp;S)…</translation>
        </message>
        <message>
            <source>First password</source>
            <translation>初始口令</translation>
        </message>
        <message>
            <source>First passwords</source>
            <translation>初始口令</translation>
        </message>
        <message>
            <source>I have &amp;noted them</source>
            <translation>我已记下(&amp;N)</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Only the managers' keys are in a backup. Everybody else gets these first passwords, changed at the first log-in. They are shown only now; a copy or a file is readable for everyone who gets hold of it: delete it when they are handed over.</source>
            <translation>备份里只有经理的钥匙。其他人用下面的初始口令，首次登录时改掉。口令只在此时显示；拷贝或存下的文件谁拿到都能看，发完请删除。</translation>
        </message>
        <message>
            <source>Save the first passwords as a file</source>
            <translation>把初始口令存为文件</translation>
        </message>
        <message>
            <source>Text (*.txt)</source>
            <translation>文本 (*.txt)</translation>
        </message>
    </context>
    <context>
        <name>FoundList</name>
        <message>
            <source>Found</source>
            <translation>找到</translation>
        </message>
    </context>
    <context>
        <name>Glance</name>
        <message>
            <source>Attachments</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>欠款余额</translation>
        </message>
        <message>
            <source>Filled</source>
            <translation>完整度</translation>
        </message>
        <message>
            <source>Last visit</source>
            <translation>上次拜访</translation>
        </message>
        <message>
            <source>Next visit</source>
            <translation>下次拜访</translation>
        </message>
        <message>
            <source>Not reached</source>
            <translation>未达成</translation>
        </message>
        <message>
            <source>Of it overdue</source>
            <translation>其中逾期</translation>
        </message>
        <message>
            <source>Partly reached</source>
            <translation>部分达成</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>达成</translation>
        </message>
        <message>
            <source>back {back}</source>
            <translation>{back} 归还</translation>
        </message>
        <message>
            <source>fresh {percent} %</source>
            <translation>新鲜度 {percent} %</translation>
        </message>
        <message>
            <source>late</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>no record</source>
            <translation>缺记录</translation>
        </message>
        <message>
            <source>not approved yet</source>
            <translation>待批</translation>
        </message>
        <message>
            <source>on {day}</source>
            <translation>截至 {day}</translation>
        </message>
        <message>
            <source>out, due {due}</source>
            <translation>未还，应还 {due}</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>{days} days ago</source>
            <translation>{days} 天前</translation>
        </message>
        <message>
            <source>{old} → {new}</source>
            <translation>{old} → {new}</translation>
        </message>
    </context>
    <context>
        <name>GlancePanel</name>
        <message>
            <source>At a glance</source>
            <translation>全貌</translation>
        </message>
        <message>
            <source>Last changes</source>
            <translation>最近变更</translation>
        </message>
        <message>
            <source>Last visits</source>
            <translation>最近拜访</translation>
        </message>
        <message>
            <source>Loans</source>
            <translation>借还</translation>
        </message>
        <message>
            <source>No visit is recorded.</source>
            <translation>没有拜访记录。</translation>
        </message>
        <message>
            <source>Nothing is promised.</source>
            <translation>没有未兑现的承诺。</translation>
        </message>
        <message>
            <source>Nothing waits to be decided.</source>
            <translation>没有待审的变更。</translation>
        </message>
        <message>
            <source>Nothing was changed since it was opened.</source>
            <translation>建卡以后没有改过。</translation>
        </message>
        <message>
            <source>Open promises</source>
            <translation>未兑现承诺</translation>
        </message>
        <message>
            <source>Proposed changes</source>
            <translation>待审变更</translation>
        </message>
        <message>
            <source>The card was never out.</source>
            <translation>这张卡没有借出过。</translation>
        </message>
    </context>
    <context>
        <name>Happenings</name>
        <message>
            <source>Every scan leaves a line here. Ctrl+Z corrects the last one.</source>
            <translation>每次扫描都记在这里，Ctrl+Z 更正最近一次。</translation>
        </message>
        <message numerus="yes">
            <source>Print %n card(s) again …</source>
            <translation>
                <numerusform>重打 %n 张卡…</numerusform>
            </translation>
        </message>
        <message>
            <source>Print {card} again …</source>
            <translation>重打 {card} …</translation>
        </message>
        <message>
            <source>What happened, the last first</source>
            <translation>刚才的操作，最近的在前</translation>
        </message>
    </context>
    <context>
        <name>HistoryWork</name>
        <message>
            <source>&amp;Put back all the same</source>
            <translation>仍然恢复(&amp;P)</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>（空）</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>The old value is back on the card.</source>
            <translation>已恢复原值。</translation>
        </message>
        <message>
            <source>The private facts are cleared from the card and from its history.</source>
            <translation>私人资料已从卡片和修订记录中清除。</translation>
        </message>
        <message>
            <source>Why is “{value}” put back into “{field}”? It goes into the history.</source>
            <translation>为什么把“{field}”恢复为“{value}”？原因记入修订记录。</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>&amp;Close</source>
            <translation>关闭(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Import ({added})</source>
            <translation>导入(&amp;I)（{added}）</translation>
        </message>
        <message>
            <source>Bring customers in</source>
            <translation>导入客户</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Import all &amp;but the rejected ({added})</source>
            <translation>跳过退回行导入(&amp;B)（{added}）</translation>
        </message>
        <message>
            <source>Reading {file} …</source>
            <translation>正在读取 {file} …</translation>
        </message>
        <message>
            <source>Taking the customers over …</source>
            <translation>正在办理旧卡入柜 …</translation>
        </message>
    </context>
    <context>
        <name>KeeperDialog</name>
        <message>
            <source>&amp;Deputy</source>
            <translation>代管人(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Keeper</source>
            <translation>专管员(&amp;K)</translation>
        </message>
        <message>
            <source>(nobody)</source>
            <translation>（无）</translation>
        </message>
        <message>
            <source>Keeper and deputy</source>
            <translation>专管员与代管人</translation>
        </message>
        <message>
            <source>Only the keeper and the deputy open and close the cabinet; a manager may in an emergency, and the log says so.</source>
            <translation>只有专管员和代管人可以开柜、锁柜；经理在紧急时可以，并记入日志。</translation>
        </message>
    </context>
    <context>
        <name>KeptTypingBar</name>
        <message>
            <source>&amp;Discard</source>
            <translation>丢弃(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Go on typing</source>
            <translation>继续填写(&amp;G)</translation>
        </message>
        <message>
            <source>Typing of {time} that was not saved: {card}</source>
            <translation>{time} 填写的内容尚未保存：{card}</translation>
        </message>
        <message>
            <source>new card</source>
            <translation>新卡</translation>
        </message>
    </context>
    <context>
        <name>Kind</name>
        <message>
            <source>approval</source>
            <translation>报批单</translation>
        </message>
        <message>
            <source>attachment</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>cabinet</source>
            <translation>卡柜</translation>
        </message>
        <message>
            <source>card</source>
            <translation>卡片</translation>
        </message>
        <message>
            <source>change in the history</source>
            <translation>修订记录</translation>
        </message>
        <message>
            <source>clerk or manager</source>
            <translation>专管员或经理</translation>
        </message>
        <message>
            <source>copy</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>district</source>
            <translation>片区</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>待审卡</translation>
        </message>
        <message>
            <source>drawer</source>
            <translation>抽屉</translation>
        </message>
        <message>
            <source>export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>field</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>file</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>loan</source>
            <translation>借还登记</translation>
        </message>
        <message>
            <source>manager</source>
            <translation>经理</translation>
        </message>
        <message>
            <source>merge to undo</source>
            <translation>可撤销的并卡</translation>
        </message>
        <message>
            <source>person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>plan</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>proposal</source>
            <translation>修订建议</translation>
        </message>
        <message>
            <source>recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>rep</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>short name</source>
            <translation>简称</translation>
        </message>
        <message>
            <source>supervisor</source>
            <translation>主管</translation>
        </message>
        <message>
            <source>team</source>
            <translation>小组</translation>
        </message>
        <message>
            <source>visit record</source>
            <translation>拜访记录</translation>
        </message>
    </context>
    <context>
        <name>LanguageTab</name>
        <message>
            <source>The language of this window, on this computer. Customers' cards stay as typed.</source>
            <translation>本机窗口所用的语言。客户卡上填写的内容不变。</translation>
        </message>
    </context>
    <context>
        <name>LastMinute</name>
        <message>
            <source>Locks in {seconds} s</source>
            <translation>{seconds} 秒后上锁</translation>
        </message>
        <message>
            <source>Move the mouse or press a key to stay.</source>
            <translation>动一下鼠标或按任意键，即可继续。</translation>
        </message>
    </context>
    <context>
        <name>LoansTab</name>
        <message>
            <source>Cards that are handed out on the page Today stand here, with when they came home. For a day without power, print empty sheets; visit records are entered later.</source>
            <translation>在「今日」页发出的卡片登记在这里，还卡时间也在这里。停电的日子可用空白登记簿手工登记，拜访记录事后补录。</translation>
        </message>
        <message>
            <source>Head of the log {head}</source>
            <translation>日志链头 {head}</translation>
        </message>
        <message>
            <source>Loan register</source>
            <translation>借还登记簿</translation>
        </message>
        <message>
            <source>No card went out</source>
            <translation>这一天没有借出卡片</translation>
        </message>
        <message>
            <source>Out {issued} · back {returned} · not back {still_out}</source>
            <translation>借出 {issued} · 还回 {returned} · 未还 {still_out}</translation>
        </message>
    </context>
    <context>
        <name>LogEvent</name>
        <message>
            <source>A card became overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>A copy was not made</source>
            <translation>副本未制成</translation>
        </message>
        <message>
            <source>Accepted changes</source>
            <translation>采纳修订</translation>
        </message>
        <message>
            <source>An approval is unused again</source>
            <translation>审批退回待用</translation>
        </message>
        <message>
            <source>An export was not made</source>
            <translation>导出未完成</translation>
        </message>
        <message>
            <source>Approved a plan</source>
            <translation>批准计划</translation>
        </message>
        <message>
            <source>Asked back about changes</source>
            <translation>退回询问</translation>
        </message>
        <message>
            <source>Asked for an approval</source>
            <translation>申请批准</translation>
        </message>
        <message>
            <source>Attached a document</source>
            <translation>添加附件</translation>
        </message>
        <message>
            <source>Backed up</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Began a print</source>
            <translation>开始打印</translation>
        </message>
        <message>
            <source>Began an export</source>
            <translation>开始导出</translation>
        </message>
        <message>
            <source>Brought the cabinet up to this version</source>
            <translation>升级卡柜</translation>
        </message>
        <message>
            <source>Changed a card</source>
            <translation>修改卡片</translation>
        </message>
        <message>
            <source>Changed a customer's status</source>
            <translation>变更客户状态</translation>
        </message>
        <message>
            <source>Changed a plan</source>
            <translation>调整计划</translation>
        </message>
        <message>
            <source>Changed a route</source>
            <translation>修改路线</translation>
        </message>
        <message>
            <source>Changed a setting</source>
            <translation>修改设置</translation>
        </message>
        <message>
            <source>Changed an attachment</source>
            <translation>修改附件</translation>
        </message>
        <message>
            <source>Changed the cabinet's key</source>
            <translation>更换柜钥</translation>
        </message>
        <message>
            <source>Changed the calendar</source>
            <translation>修改日历</translation>
        </message>
        <message>
            <source>Changed the own password</source>
            <translation>修改口令</translation>
        </message>
        <message>
            <source>Changed the user at the desk</source>
            <translation>柜台换人</translation>
        </message>
        <message>
            <source>Checked the cabinet</source>
            <translation>校验</translation>
        </message>
        <message>
            <source>Cleared private facts</source>
            <translation>清除私人资料</translation>
        </message>
        <message>
            <source>Closed the cabinet</source>
            <translation>锁柜</translation>
        </message>
        <message>
            <source>Confirmed a class</source>
            <translation>确认等级</translation>
        </message>
        <message>
            <source>Confirmed an approval on paper</source>
            <translation>确认书面批准</translation>
        </message>
        <message>
            <source>Copied a backup to the second folder</source>
            <translation>备份复制到第二文件夹</translation>
        </message>
        <message>
            <source>Corrected the register</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Destroyed a copy</source>
            <translation>销毁副本</translation>
        </message>
        <message>
            <source>Dropped an old backup</source>
            <translation>清理旧备份</translation>
        </message>
        <message>
            <source>Entered a visit record</source>
            <translation>登记拜访</translation>
        </message>
        <message>
            <source>Exported</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Filed a card</source>
            <translation>归档</translation>
        </message>
        <message>
            <source>Filled a new card</source>
            <translation>建卡</translation>
        </message>
        <message>
            <source>Gave a new first password</source>
            <translation>重置口令</translation>
        </message>
        <message>
            <source>Gave a reservation up</source>
            <translation>取消预约</translation>
        </message>
        <message>
            <source>Gave somebody a key</source>
            <translation>增加人员</translation>
        </message>
        <message>
            <source>Granted an approval</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Handed a card out</source>
            <translation>发卡</translation>
        </message>
        <message>
            <source>Imported a list</source>
            <translation>导入名单</translation>
        </message>
        <message>
            <source>Issued a copy</source>
            <translation>发放副本</translation>
        </message>
        <message>
            <source>Lifted a block</source>
            <translation>解除封锁</translation>
        </message>
        <message>
            <source>Locked the screen</source>
            <translation>上锁</translation>
        </message>
        <message>
            <source>Logged in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Looked at a preview</source>
            <translation>打印预览</translation>
        </message>
        <message>
            <source>Looked at an attachment</source>
            <translation>查看附件</translation>
        </message>
        <message>
            <source>Made a district</source>
            <translation>增加片区</translation>
        </message>
        <message>
            <source>Made a new recovery code</source>
            <translation>更换恢复码</translation>
        </message>
        <message>
            <source>Made a plan</source>
            <translation>编制计划</translation>
        </message>
        <message>
            <source>Made a team</source>
            <translation>增加小组</translation>
        </message>
        <message>
            <source>Made the cabinet</source>
            <translation>建立卡柜</translation>
        </message>
        <message>
            <source>Merged two cards</source>
            <translation>并卡</translation>
        </message>
        <message>
            <source>Moved a card</source>
            <translation>移位</translation>
        </message>
        <message>
            <source>Named the keeper</source>
            <translation>指定专管员</translation>
        </message>
        <message>
            <source>Opened a reading pass</source>
            <translation>开阅览单</translation>
        </message>
        <message>
            <source>Opened the cabinet</source>
            <translation>开柜</translation>
        </message>
        <message>
            <source>Opened the managers' drawer by two</source>
            <translation>双人开启绝密屉</translation>
        </message>
        <message>
            <source>Opened with the recovery code</source>
            <translation>用恢复码开启</translation>
        </message>
        <message>
            <source>Passed a new card</source>
            <translation>审核通过</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Printed a card again</source>
            <translation>补卡</translation>
        </message>
        <message>
            <source>Proposed changes</source>
            <translation>提出修订</translation>
        </message>
        <message>
            <source>Put a card away</source>
            <translation>收起卡片</translation>
        </message>
        <message>
            <source>Put the lock off</source>
            <translation>推迟上锁</translation>
        </message>
        <message>
            <source>Raised the strength of keys</source>
            <translation>提高密钥强度</translation>
        </message>
        <message>
            <source>Reached the limit of cards a day</source>
            <translation>达到每日查阅上限</translation>
        </message>
        <message>
            <source>Read a card</source>
            <translation>查阅卡片</translation>
        </message>
        <message>
            <source>Recalled a card</source>
            <translation>催还</translation>
        </message>
        <message>
            <source>Recorded a copy as lost</source>
            <translation>副本遗失</translation>
        </message>
        <message>
            <source>Refused an approval</source>
            <translation>不批准</translation>
        </message>
        <message>
            <source>Rejected changes</source>
            <translation>不予采纳</translation>
        </message>
        <message>
            <source>Removed an attachment</source>
            <translation>移除附件</translation>
        </message>
        <message>
            <source>Reserved a card</source>
            <translation>预约</translation>
        </message>
        <message>
            <source>Restored a backup</source>
            <translation>恢复备份</translation>
        </message>
        <message>
            <source>Sealed a backup anew</source>
            <translation>备份换封</translation>
        </message>
        <message>
            <source>Searched</source>
            <translation>检索</translation>
        </message>
        <message>
            <source>Sent a new card back</source>
            <translation>退回补填</translation>
        </message>
        <message>
            <source>Took a card back</source>
            <translation>还卡</translation>
        </message>
        <message>
            <source>Took a copy back</source>
            <translation>收回副本</translation>
        </message>
        <message>
            <source>Took an old card over</source>
            <translation>旧卡入柜</translation>
        </message>
        <message>
            <source>Took an overdue card back</source>
            <translation>逾期归还</translation>
        </message>
        <message>
            <source>Took somebody's key away</source>
            <translation>注销人员</translation>
        </message>
        <message>
            <source>Undid a merge</source>
            <translation>撤销并卡</translation>
        </message>
        <message>
            <source>Used an approval</source>
            <translation>使用批准</translation>
        </message>
        <message>
            <source>Verified facts</source>
            <translation>核实无误</translation>
        </message>
        <message>
            <source>Voided a card</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>Withdrew a request</source>
            <translation>撤回申请</translation>
        </message>
        <message>
            <source>Withdrew changes</source>
            <translation>撤回修订</translation>
        </message>
        <message>
            <source>Wrong password</source>
            <translation>口令错误</translation>
        </message>
    </context>
    <context>
        <name>LogFact</name>
        <message>
            <source>About</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Another's customer</source>
            <translation>他人客户</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>答复</translation>
        </message>
        <message>
            <source>Appointment</source>
            <translation>约定时间</translation>
        </message>
        <message>
            <source>Approval</source>
            <translation>批准单</translation>
        </message>
        <message>
            <source>Approved on paper by</source>
            <translation>书面批准人</translation>
        </message>
        <message>
            <source>As a small picture</source>
            <translation>缩略图</translation>
        </message>
        <message>
            <source>Attachment</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Borrower</source>
            <translation>借卡人</translation>
        </message>
        <message>
            <source>Came out of</source>
            <translation>自其拆出</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>卡号</translation>
        </message>
        <message>
            <source>Cards</source>
            <translation>卡片</translation>
        </message>
        <message>
            <source>Check value of the request</source>
            <translation>请示内容校验值</translation>
        </message>
        <message>
            <source>Checksum (SHA-256)</source>
            <translation>校验值 (SHA-256)</translation>
        </message>
        <message>
            <source>Chosen by</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>栏目</translation>
        </message>
        <message>
            <source>Condition</source>
            <translation>卡况</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>副本号</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customers to hand over</source>
            <translation>待移交的客户</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Day of the visit</source>
            <translation>拜访日期</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>Deputy keeper</source>
            <translation>代管人</translation>
        </message>
        <message>
            <source>Destroy after reading</source>
            <translation>阅后销毁</translation>
        </message>
        <message>
            <source>District</source>
            <translation>片区</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Draft no.</source>
            <translation>待审号</translation>
        </message>
        <message>
            <source>Drawer</source>
            <translation>抽屉</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>应还</translation>
        </message>
        <message>
            <source>Due back</source>
            <translation>应还日期</translation>
        </message>
        <message>
            <source>Duplicates</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>Export no.</source>
            <translation>导出号</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Facts taken over</source>
            <translation>转入的资料</translation>
        </message>
        <message>
            <source>Faults</source>
            <translation>问题数</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>First passwords given</source>
            <translation>发放初始口令</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>找到</translation>
        </message>
        <message>
            <source>From</source>
            <translation>自</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Head of the log</source>
            <translation>日志链头</translation>
        </message>
        <message>
            <source>Hits</source>
            <translation>命中</translation>
        </message>
        <message>
            <source>Hours late</source>
            <translation>逾期小时</translation>
        </message>
        <message>
            <source>In an emergency</source>
            <translation>应急</translation>
        </message>
        <message>
            <source>Keeper</source>
            <translation>专管员</translation>
        </message>
        <message>
            <source>Kept the cabinet as</source>
            <translation>原管柜职务</translation>
        </message>
        <message>
            <source>Key no.</source>
            <translation>柜钥序号</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Kinds of facts</source>
            <translation>资料类别</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>Loan no.</source>
            <translation>登记号</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>生成时间</translation>
        </message>
        <message>
            <source>Marks</source>
            <translation>标记</translation>
        </message>
        <message>
            <source>Memory (MiB)</source>
            <translation>内存（MiB）</translation>
        </message>
        <message>
            <source>MiB a second</source>
            <translation>每秒 MiB</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>分钟</translation>
        </message>
        <message>
            <source>Moved to</source>
            <translation>改到</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>New loan no.</source>
            <translation>新登记号</translation>
        </message>
        <message>
            <source>Not home</source>
            <translation>未归</translation>
        </message>
        <message>
            <source>Not within reach</source>
            <translation>未能换封</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Occasion</source>
            <translation>因何</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页数</translation>
        </message>
        <message>
            <source>Paper cards</source>
            <translation>卡片页</translation>
        </message>
        <message>
            <source>Passes</source>
            <translation>遍数</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>档案位</translation>
        </message>
        <message>
            <source>Place in the plan</source>
            <translation>次序</translation>
        </message>
        <message>
            <source>Planned anew</source>
            <translation>重新编制</translation>
        </message>
        <message>
            <source>Plans to hand over</source>
            <translation>待移交的计划</translation>
        </message>
        <message>
            <source>Private facts</source>
            <translation>私人资料</translation>
        </message>
        <message>
            <source>Proposals left open</source>
            <translation>未处理的修订建议</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>Purpose in words</source>
            <translation>目的说明</translation>
        </message>
        <message>
            <source>Purposes</source>
            <translation>目的</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>领用人</translation>
        </message>
        <message>
            <source>Recorded by</source>
            <translation>登记人</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>意见</translation>
        </message>
        <message>
            <source>Rep</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>Sealed anew</source>
            <translation>已换封</translation>
        </message>
        <message>
            <source>Second person</source>
            <translation>第二人</translation>
        </message>
        <message>
            <source>Seconds</source>
            <translation>秒</translation>
        </message>
        <message>
            <source>Secrecy</source>
            <translation>密级</translation>
        </message>
        <message>
            <source>Secret cards</source>
            <translation>绝密卡</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>工作表</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Staff number</source>
            <translation>工号</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>主管</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>小组</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>文字</translation>
        </message>
        <message>
            <source>To</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Took in</source>
            <translation>并入来源</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截止</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>Visit called off</source>
            <translation>拜访取消</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>拜访数</translation>
        </message>
        <message>
            <source>Weekdays</source>
            <translation>星期</translation>
        </message>
        <message>
            <source>Went into</source>
            <translation>并入</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Whole</source>
            <translation>完整</translation>
        </message>
        <message>
            <source>Within reach</source>
            <translation>可及</translation>
        </message>
        <message>
            <source>Without</source>
            <translation>拆出</translation>
        </message>
        <message>
            <source>Without record</source>
            <translation>缺记录</translation>
        </message>
        <message>
            <source>Words searched</source>
            <translation>检索词数</translation>
        </message>
        <message>
            <source>Works</source>
            <translation>上班</translation>
        </message>
    </context>
    <context>
        <name>LogFile</name>
        <message>
            <source>About</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>Event code</source>
            <translation>事件代码</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Head of the log</source>
            <translation>日志链头</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Number or name</source>
            <translation>编号或名称</translation>
        </message>
        <message>
            <source>PC</source>
            <translation>电脑</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Staff number</source>
            <translation>工号</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
    </context>
    <context>
        <name>LogFilters</name>
        <message>
            <source>Card no., #line</source>
            <translation>卡号、#行号</translation>
        </message>
        <message>
            <source>Every kind</source>
            <translation>所有类别</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>所有人</translation>
        </message>
        <message>
            <source>From</source>
            <translation>自</translation>
        </message>
        <message>
            <source>From this day on</source>
            <translation>自这一天起</translation>
        </message>
        <message>
            <source>Kind of event</source>
            <translation>事件类别</translation>
        </message>
        <message>
            <source>Number of a card, plan … or #line</source>
            <translation>卡号、计划号等，或 #行号</translation>
        </message>
        <message>
            <source>To</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Until this day</source>
            <translation>到这一天止</translation>
        </message>
        <message>
            <source>Who did it</source>
            <translation>经手人</translation>
        </message>
        <message>
            <source>Words in the line</source>
            <translation>行中文字</translation>
        </message>
        <message>
            <source>{name} (left)</source>
            <translation>{name}（已离职）</translation>
        </message>
    </context>
    <context>
        <name>LogGroup</name>
        <message>
            <source>Approvals</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>Backup and checks</source>
            <translation>备份与校验</translation>
        </message>
        <message>
            <source>Cards</source>
            <translation>建卡与改卡</translation>
        </message>
        <message>
            <source>Lending</source>
            <translation>借还</translation>
        </message>
        <message>
            <source>Logging in and locking</source>
            <translation>登录与上锁</translation>
        </message>
        <message>
            <source>Looking and searching</source>
            <translation>查阅与检索</translation>
        </message>
        <message>
            <source>Opening and closing</source>
            <translation>开柜与锁柜</translation>
        </message>
        <message>
            <source>People and settings</source>
            <translation>人员与设置</translation>
        </message>
        <message>
            <source>Plans and visits</source>
            <translation>计划与拜访</translation>
        </message>
        <message>
            <source>Prints, copies, exports</source>
            <translation>打印、副本、导出</translation>
        </message>
        <message>
            <source>Proposed changes</source>
            <translation>修订建议</translation>
        </message>
    </context>
    <context>
        <name>LogInPage</name>
        <message>
            <source>&amp;Forgotten the password?</source>
            <translation>忘记口令(&amp;F)？</translation>
        </message>
        <message>
            <source>&amp;Make it anew …</source>
            <translation>重新制作(&amp;M)…</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>姓名(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>口令(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Password of {name}</source>
            <translation>{name}的口令(&amp;P)</translation>
        </message>
        <message>
            <source>An&amp;other person …</source>
            <translation>换人(&amp;O)…</translation>
        </message>
        <message>
            <source>Another &amp;cabinet …</source>
            <translation>换一个卡柜(&amp;C)…</translation>
        </message>
        <message>
            <source>Everything in it is invented. Click a person to sit at that desk.</source>
            <translation>内容全部是虚构的。点一个人，就以他的身份登录。</translation>
        </message>
        <message>
            <source>Log &amp;in</source>
            <translation>登录(&amp;I)</translation>
        </message>
        <message>
            <source>Opening the cabinet</source>
            <translation>正在打开卡柜</translation>
        </message>
        <message>
            <source>Sample office</source>
            <translation>示例办公室</translation>
        </message>
        <message>
            <source>The screen is locked.</source>
            <translation>屏幕已上锁</translation>
        </message>
        <message>
            <source>Wait {time}</source>
            <translation>请等 {time}</translation>
        </message>
        <message>
            <source>Who sits down now?</source>
            <translation>换人：谁来？</translation>
        </message>
    </context>
    <context>
        <name>LogKind</name>
        <message>
            <source>approval</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>cabinet</source>
            <translation>卡柜</translation>
        </message>
        <message>
            <source>card</source>
            <translation>卡片</translation>
        </message>
        <message>
            <source>copy</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>district</source>
            <translation>片区</translation>
        </message>
        <message>
            <source>export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>plan</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>search</source>
            <translation>检索</translation>
        </message>
        <message>
            <source>setting</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>team</source>
            <translation>小组</translation>
        </message>
        <message>
            <source>visit record</source>
            <translation>拜访记录</translation>
        </message>
    </context>
    <context>
        <name>LogOccasion</name>
        <message>
            <source>by hand</source>
            <translation>手动</translation>
        </message>
        <message>
            <source>nobody was there</source>
            <translation>无人操作</translation>
        </message>
        <message>
            <source>the PC went to sleep</source>
            <translation>电脑休眠</translation>
        </message>
        <message>
            <source>the PC's screen was locked</source>
            <translation>电脑锁屏</translation>
        </message>
        <message>
            <source>the PC's user changed</source>
            <translation>电脑切换用户</translation>
        </message>
        <message>
            <source>the program was closed</source>
            <translation>程序关闭</translation>
        </message>
        <message>
            <source>the window was minimised</source>
            <translation>窗口最小化</translation>
        </message>
    </context>
    <context>
        <name>LogTab</name>
        <message>
            <source>About</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>At</source>
            <translation>电脑</translation>
        </message>
        <message>
            <source>By</source>
            <translation>经手</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Everything that is done here leaves a line: look for other days, another person or another kind of event.</source>
            <translation>这里做的每件事都留下一行：换个日期、人员或事件类别再看。</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Head at this line</source>
            <translation>此行链头</translation>
        </message>
        <message>
            <source>Line {no}</source>
            <translation>第 {no} 行</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>Looking …</source>
            <translation>正在查找……</translation>
        </message>
        <message>
            <source>No such lines</source>
            <translation>没有这样的行</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>The chosen line of the log</source>
            <translation>选中的一行日志</translation>
        </message>
        <message>
            <source>The newest {count} lines; scroll for older ones</source>
            <translation>最近 {count} 行；向下滚动看更早的</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>{count} lines</source>
            <translation>共 {count} 行</translation>
        </message>
    </context>
    <context>
        <name>LogValue</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>a new recovery code</source>
            <translation>新恢复码</translation>
        </message>
        <message>
            <source>badges</source>
            <translation>业务员条码牌</translation>
        </message>
        <message>
            <source>before a visit</source>
            <translation>访前查看</translation>
        </message>
        <message>
            <source>business</source>
            <translation>经营资料</translation>
        </message>
        <message>
            <source>card</source>
            <translation>客户资料卡</translation>
        </message>
        <message>
            <source>card read</source>
            <translation>已阅</translation>
        </message>
        <message>
            <source>card read before</source>
            <translation>出发前已阅</translation>
        </message>
        <message>
            <source>contact</source>
            <translation>联系</translation>
        </message>
        <message>
            <source>copy</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>credit</source>
            <translation>信用</translation>
        </message>
        <message>
            <source>credit facts</source>
            <translation>信用资料</translation>
        </message>
        <message>
            <source>damaged</source>
            <translation>破损</translation>
        </message>
        <message>
            <source>empty card</source>
            <translation>空白卡</translation>
        </message>
        <message>
            <source>empty register</source>
            <translation>空白登记簿</translation>
        </message>
        <message>
            <source>entered later</source>
            <translation>补录</translation>
        </message>
        <message>
            <source>features</source>
            <translation>特征</translation>
        </message>
        <message>
            <source>hand-out</source>
            <translation>发卡</translation>
        </message>
        <message>
            <source>handed over</source>
            <translation>移交</translation>
        </message>
        <message>
            <source>identity</source>
            <translation>身份资料</translation>
        </message>
        <message>
            <source>intact</source>
            <translation>完好</translation>
        </message>
        <message>
            <source>its history</source>
            <translation>修订记录</translation>
        </message>
        <message>
            <source>key account</source>
            <translation>大客户资料</translation>
        </message>
        <message>
            <source>legal facts</source>
            <translation>工商资料</translation>
        </message>
        <message>
            <source>line added</source>
            <translation>加入</translation>
        </message>
        <message>
            <source>line moved</source>
            <translation>移动</translation>
        </message>
        <message>
            <source>line struck</source>
            <translation>划去</translation>
        </message>
        <message>
            <source>loan register</source>
            <translation>借还登记簿</translation>
        </message>
        <message>
            <source>log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>lost to another plan</source>
            <translation>被他人预约</translation>
        </message>
        <message>
            <source>needs</source>
            <translation>需求</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>papers of the day</source>
            <translation>当日单据</translation>
        </message>
        <message>
            <source>paperwork</source>
            <translation>制单</translation>
        </message>
        <message>
            <source>plan of the day</source>
            <translation>当日拜访计划</translation>
        </message>
        <message>
            <source>private facts</source>
            <translation>私人资料</translation>
        </message>
        <message>
            <source>recovery sheet</source>
            <translation>恢复码单</translation>
        </message>
        <message>
            <source>report of the day</source>
            <translation>卡片借还日报</translation>
        </message>
        <message>
            <source>return</source>
            <translation>还卡</translation>
        </message>
        <message>
            <source>rivals</source>
            <translation>竞品</translation>
        </message>
        <message>
            <source>text (.csv)</source>
            <translation>文本 (.csv)</translation>
        </message>
        <message>
            <source>to answer a call</source>
            <translation>电话应答</translation>
        </message>
        <message>
            <source>to answer a rep's call</source>
            <translation>电话查询</translation>
        </message>
        <message>
            <source>to merge</source>
            <translation>并卡</translation>
        </message>
        <message>
            <source>trade</source>
            <translation>交易</translation>
        </message>
        <message>
            <source>trade and accounts</source>
            <translation>交易账务</translation>
        </message>
        <message>
            <source>tried from its paper</source>
            <translation>照纸上试用</translation>
        </message>
        <message>
            <source>visit records</source>
            <translation>拜访记录</translation>
        </message>
        <message>
            <source>without card</source>
            <translation>无卡拜访</translation>
        </message>
        <message>
            <source>workbook (.xlsx)</source>
            <translation>工作簿 (.xlsx)</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>{label}: {before} → {after}</source>
            <translation>{label}：{before} → {after}</translation>
        </message>
        <message>
            <source>{label}: {value}</source>
            <translation>{label}：{value}</translation>
        </message>
    </context>
    <context>
        <name>LogWork</name>
        <message>
            <source>Export the log as it is filtered</source>
            <translation>按当前筛选导出日志</translation>
        </message>
        <message>
            <source>Log {day}</source>
            <translation>日志 {day}</translation>
        </message>
        <message>
            <source>Text (*.csv)</source>
            <translation>文本 (*.csv)</translation>
        </message>
        <message>
            <source>The log is searched</source>
            <translation>正在查找日志</translation>
        </message>
        <message>
            <source>The log is written</source>
            <translation>正在导出日志</translation>
        </message>
        <message>
            <source>Workbook (*.xlsx)</source>
            <translation>工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>{count} lines of the log are in {file}.</source>
            <translation>已将 {count} 行日志写入 {file}。</translation>
        </message>
    </context>
    <context>
        <name>LookAlikeStrip</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 张</numerusform>
            </translation>
        </message>
        <message>
            <source>△ Same {field}: there is a card {ref} already, kept by {rep}</source>
            <translation>△ {field}相同：已有卡 {ref}，负责业务员 {rep}</translation>
        </message>
    </context>
    <context>
        <name>LunarDate</name>
        <message>
            <source>leap {date}</source>
            <translation>闰{date}</translation>
        </message>
        <message>
            <source>lunar {date}</source>
            <translation>农历{date}</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Card Cabinet</source>
            <translation>客户卡柜</translation>
        </message>
    </context>
    <context>
        <name>MakePage</name>
        <message>
            <source>&amp;Browse …</source>
            <translation>浏览(&amp;B)…</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>存放位置(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Keeper of the cards</source>
            <translation>档案专管员(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Manager</source>
            <translation>经理(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Office</source>
            <translation>单位名称(&amp;O)</translation>
        </message>
        <message>
            <source>An encrypted folder on this computer</source>
            <translation>本机上的一个加密文件夹</translation>
        </message>
        <message>
            <source>B&amp;ack</source>
            <translation>返回(&amp;A)</translation>
        </message>
        <message>
            <source>Make a cabinet</source>
            <translation>新建卡柜</translation>
        </message>
        <message>
            <source>Make the &amp;cabinet</source>
            <translation>新建卡柜(&amp;C)</translation>
        </message>
        <message>
            <source>Making the cabinet</source>
            <translation>正在新建卡柜</translation>
        </message>
        <message>
            <source>This first password is the manager's. The keeper logs in with it once and then chooses his own.</source>
            <translation>这个口令归经理使用。专管员首次登录时也用它，随后改成自己的口令。</translation>
        </message>
        <message>
            <source>Where the cabinet shall stand</source>
            <translation>卡柜放在哪里</translation>
        </message>
    </context>
    <context>
        <name>ManualDialog</name>
        <message>
            <source>User manual</source>
            <translation>使用手册</translation>
        </message>
    </context>
    <context>
        <name>MergeDialog</name>
        <message>
            <source>&amp;Merge the cards</source>
            <translation>并卡(&amp;M)</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>Facts of both cards</source>
            <translation>两张卡的资料</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>栏目</translation>
        </message>
        <message>
            <source>Goes along from {ref}: {what}</source>
            <translation>从 {ref} 并过去：{what}</translation>
        </message>
        <message>
            <source>Lines of plans</source>
            <translation>计划行</translation>
        </message>
        <message>
            <source>Loans</source>
            <translation>借还记录</translation>
        </message>
        <message>
            <source>Merge two cards</source>
            <translation>并卡</translation>
        </message>
        <message>
            <source>Nothing else hangs on {ref}.</source>
            <translation>{ref} 名下没有别的记录。</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>承诺</translation>
        </message>
        <message>
            <source>Proposals</source>
            <translation>变更申请</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Show what is the &amp;same too</source>
            <translation>相同的也显示(&amp;S)</translation>
        </message>
        <message>
            <source>The card with the older number, {kept}, stays. {gone} becomes void and points to it; everything that hangs on it goes along. It can be undone as long as nothing was built on it.</source>
            <translation>保留旧卡号 {kept}；{gone} 作废并指向它，名下的一切都并过去。之后没有新的变动，就可以撤销。</translation>
        </message>
        <message>
            <source>Visit records</source>
            <translation>拜访记录</translation>
        </message>
        <message>
            <source>Why they are one customer</source>
            <translation>为什么是同一个客户</translation>
        </message>
        <message>
            <source>{card} (becomes void)</source>
            <translation>{card}（作废）</translation>
        </message>
        <message>
            <source>{card} (stays)</source>
            <translation>{card}（保留）</translation>
        </message>
        <message>
            <source>{ref} is in the state “{state}”: only cards that are in the cabinet can be merged.</source>
            <translation>{ref} 现在是“{state}”：在柜的卡才能合并。</translation>
        </message>
    </context>
    <context>
        <name>MergeWork</name>
        <message>
            <source>&amp;Leave it</source>
            <translation>不撤销(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Undo the merge</source>
            <translation>撤销并卡(&amp;U)</translation>
        </message>
        <message>
            <source>Give {gone} back, as it was before it went into {kept}?</source>
            <translation>把 {gone} 恢复成并入 {kept} 之前的样子？</translation>
        </message>
        <message>
            <source>Undo the merge</source>
            <translation>撤销并卡</translation>
        </message>
        <message>
            <source>{gone} is back, as it was before {merge_no}.</source>
            <translation>{gone} 已恢复到 {merge_no} 之前的样子。</translation>
        </message>
        <message>
            <source>{gone} went into {kept} ({merge_no}).</source>
            <translation>{gone} 已并入 {kept}（{merge_no}）。</translation>
        </message>
        <message>
            <source>{merge_no}, {day}, {person}: {reason}</source>
            <translation>{merge_no}，{day}，{person}：{reason}</translation>
        </message>
    </context>
    <context>
        <name>MissingCards</name>
        <message>
            <source>&amp;Close the cabinet</source>
            <translation>锁柜(&amp;C)</translation>
        </message>
        <message>
            <source>Cards that are not home</source>
            <translation>未还的卡片</translation>
        </message>
        <message>
            <source>Tick each card that stays out over night; the log will name them.</source>
            <translation>请逐张勾选今晚在外的卡片，日志将一一记录。</translation>
        </message>
        <message>
            <source>{issued} out, {returned} back, {missing} missing</source>
            <translation>借出 {issued} 张，还回 {returned} 张，未还 {missing} 张</translation>
        </message>
    </context>
    <context>
        <name>MissingGlyphs</name>
        <message>
            <source>Characters that cannot be printed</source>
            <translation>无法打印的字</translation>
        </message>
        <message>
            <source>The print font has no drawing of these characters. On the paper their code stands in brackets instead: {characters}</source>
            <translation>打印字体里没有这些字，纸上以括号中的编码代替：{characters}</translation>
        </message>
    </context>
    <context>
        <name>NewCodeDialog</name>
        <message>
            <source>New recovery code</source>
            <translation>新恢复码</translation>
        </message>
        <message>
            <source>Until the new code was typed from its paper, the earlier one goes on counting.</source>
            <translation>照纸上输入新码之前，旧码继续有效。</translation>
        </message>
    </context>
    <context>
        <name>NewPassword</name>
        <message>
            <source>&amp;New password</source>
            <translation>新口令(&amp;N)</translation>
        </message>
        <message>
            <source>At least {count} characters. A few words in a row are easy to remember.</source>
            <translation>至少 {count} 个字符。几个词的拼音连起来最好记。</translation>
        </message>
        <message>
            <source>Fair.</source>
            <translation>尚可。</translation>
        </message>
        <message>
            <source>Once &amp;more</source>
            <translation>再输一次(&amp;R)</translation>
        </message>
        <message>
            <source>Strong.</source>
            <translation>强。</translation>
        </message>
        <message>
            <source>The two are not the same.</source>
            <translation>两次输入的不一样。</translation>
        </message>
        <message>
            <source>Too short: at least {count} characters.</source>
            <translation>太短：至少 {count} 个字符。</translation>
        </message>
        <message>
            <source>Weak: can be guessed. Longer is better.</source>
            <translation>弱：容易被猜中，再长一些更好。</translation>
        </message>
    </context>
    <context>
        <name>NothingFound</name>
        <message>
            <source>No card here</source>
            <translation>这里没有符合的卡片</translation>
        </message>
        <message>
            <source>Try fewer letters, another drawer, or a part of the phone number.</source>
            <translation>少输几个字、换个抽屉，或只输电话号码的一段再试。</translation>
        </message>
    </context>
    <context>
        <name>OfficeDay</name>
        <message>
            <source>Backing the cabinet up</source>
            <translation>正在备份卡柜</translation>
        </message>
    </context>
    <context>
        <name>OfficeField</name>
        <message>
            <source>Appointment</source>
            <translation>约定时间</translation>
        </message>
        <message>
            <source>Condition of the card</source>
            <translation>还卡检查</translation>
        </message>
        <message>
            <source>Customer met</source>
            <translation>所遇客户</translation>
        </message>
        <message>
            <source>Day of the visit</source>
            <translation>拜访日期</translation>
        </message>
        <message>
            <source>Due back</source>
            <translation>归还日</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Keeper</source>
            <translation>档案专管员</translation>
        </message>
        <message>
            <source>Kept promises</source>
            <translation>已兑现的承诺</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>经理</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>并卡</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>New day</source>
            <translation>改期日</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新口令</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>单位名称</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>承诺事项</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>拜访目的</translation>
        </message>
        <message>
            <source>Purpose in words</source>
            <translation>目的说明</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>领用人</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>小组</translation>
        </message>
        <message>
            <source>Way of return</source>
            <translation>还卡方式</translation>
        </message>
        <message>
            <source>Weekdays</source>
            <translation>星期</translation>
        </message>
        <message>
            <source>What became of it</source>
            <translation>去向</translation>
        </message>
        <message>
            <source>Why not visited</source>
            <translation>未访原因</translation>
        </message>
    </context>
    <context>
        <name>OfficeSettings</name>
        <message>
            <source>A rep's day</source>
            <translation>业务员的一天</translation>
        </message>
        <message>
            <source>Backups and telephone</source>
            <translation>备份与电话</translation>
        </message>
        <message>
            <source>Day of the cabinet</source>
            <translation>卡柜的一天</translation>
        </message>
        <message>
            <source>How long</source>
            <translation>停留多久</translation>
        </message>
        <message>
            <source>How often</source>
            <translation>多久拜访一次</translation>
        </message>
        <message>
            <source>Lock and secrecy</source>
            <translation>上锁与保密</translation>
        </message>
        <message>
            <source>Ways</source>
            <translation>路程</translation>
        </message>
    </context>
    <context>
        <name>OfficeSettingsTab</name>
        <message numerus="yes">
            <source>%n setting(s) saved.</source>
            <translation>
                <numerusform>已保存 %n 项设置。</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>保存(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>撤销修改(&amp;U)</translation>
        </message>
    </context>
    <context>
        <name>OpeningSheet</name>
        <message numerus="yes">
            <source>%n card(s) did not come home</source>
            <translation>
                <numerusform>%n 张卡未还</numerusform>
            </translation>
        </message>
        <message>
            <source>Cards not home from earlier days</source>
            <translation>往日未还的卡</translation>
        </message>
        <message>
            <source>Their reps get no cards until these are home; the page Today has them.</source>
            <translation>未还清之前，借卡人不得再领卡；请在「今日」页处理。</translation>
        </message>
    </context>
    <context>
        <name>OptionsBar</name>
        <message>
            <source>&amp;District for all rows</source>
            <translation>统一片区(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Encoding</source>
            <translation>编码(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Kind</source>
            <translation>客户种类(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Map file …</source>
            <translation>对照文件(&amp;M) …</translation>
        </message>
        <message>
            <source>&amp;Rep for all rows</source>
            <translation>统一业务员(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Sheet</source>
            <translation>工作表(&amp;S)</translation>
        </message>
        <message>
            <source>A map file</source>
            <translation>对照文件</translation>
        </message>
        <message>
            <source>Map files (*.toml)</source>
            <translation>对照文件 (*.toml)</translation>
        </message>
        <message>
            <source>Row of the &amp;headings</source>
            <translation>标题行(&amp;H)</translation>
        </message>
        <message>
            <source>Says which column is which field (see the manual, F1)</source>
            <translation>写明哪一栏是哪一项（见手册，F1）</translation>
        </message>
        <message>
            <source>Without the &amp;map file</source>
            <translation>不用对照文件(&amp;M)</translation>
        </message>
        <message>
            <source>as in the file</source>
            <translation>按文件</translation>
        </message>
        <message>
            <source>find out</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>found: {fact}</source>
            <translation>自动：{fact}</translation>
        </message>
        <message>
            <source>workbook</source>
            <translation>工作簿</translation>
        </message>
    </context>
    <context>
        <name>OtherCardDialog</name>
        <message>
            <source>&amp;Compare</source>
            <translation>对照(&amp;C)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Cards found</source>
            <translation>找到的卡</translation>
        </message>
        <message>
            <source>Merge two cards</source>
            <translation>并卡</translation>
        </message>
        <message>
            <source>Name, pinyin, phone or card number</source>
            <translation>名称、拼音、电话或卡号</translation>
        </message>
        <message>
            <source>The other card</source>
            <translation>另一张卡</translation>
        </message>
        <message>
            <source>Which other card is the same customer as {card}?</source>
            <translation>哪张卡和 {card} 是同一个客户？</translation>
        </message>
    </context>
    <context>
        <name>OwnPassword</name>
        <message>
            <source>&amp;Change the password</source>
            <translation>修改口令(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Old password</source>
            <translation>原口令(&amp;O)</translation>
        </message>
    </context>
    <context>
        <name>OwnPasswordTab</name>
        <message>
            <source>The password is changed.</source>
            <translation>口令已修改。</translation>
        </message>
        <message>
            <source>Your password opens the cabinet with your own key. Nobody else can see it.</source>
            <translation>口令打开的是您自己的钥匙，别人看不到。</translation>
        </message>
    </context>
    <context>
        <name>Packet</name>
        <message>
            <source>Customer cards</source>
            <translation>客户资料卡</translation>
        </message>
        <message>
            <source>Plans and cards of the day</source>
            <translation>当日计划与资料卡</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Approvals</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>Cabinet</source>
            <translation>卡柜</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>拜访计划</translation>
        </message>
        <message>
            <source>Registers</source>
            <translation>登记簿</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
    </context>
    <context>
        <name>PaperGrid</name>
        <message>
            <source>&amp;Copy</source>
            <translation>复制(&amp;C)</translation>
        </message>
        <message>
            <source>Enter or a double click opens the table: {name}</source>
            <translation>按回车或双击，打开“{name}”表</translation>
        </message>
    </context>
    <context>
        <name>Papers</name>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n 页</numerusform>
            </translation>
        </message>
        <message>
            <source>Alignment page</source>
            <translation>校准页</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF 文件 (*.pdf)</translation>
        </message>
        <message>
            <source>Save the paper as</source>
            <translation>存为</translation>
        </message>
        <message>
            <source>{number}: {pages} saved as {file}.</source>
            <translation>{number}：{pages}，已存为 {file}。</translation>
        </message>
        <message>
            <source>{number}: {pages} sent to the printer.</source>
            <translation>{number}：{pages}，已送打印机。</translation>
        </message>
    </context>
    <context>
        <name>PassBar</name>
        <message>
            <source>Another's customer, by a query slip · {left} left</source>
            <translation>他人客户，凭查询单查阅 · 剩 {left}</translation>
        </message>
        <message>
            <source>Identity and trade are shown. For the rest say what you read it for.</source>
            <translation>现显示身份与交易资料；其余资料请先选查阅用途。</translation>
        </message>
        <message>
            <source>Looked at today: {seen} / {most}</source>
            <translation>今天已看 {seen} / {most}</translation>
        </message>
        <message>
            <source>Read it for …</source>
            <translation>查阅用途…</translation>
        </message>
        <message>
            <source>Read on for …</source>
            <translation>续阅…</translation>
        </message>
        <message>
            <source>The card is yours to read today.</source>
            <translation>今日可全卡查看。</translation>
        </message>
        <message>
            <source>{purpose} · {left} left</source>
            <translation>阅览中：{purpose} · 剩 {left}</translation>
        </message>
    </context>
    <context>
        <name>PassWork</name>
        <message>
            <source>The time to read it is over.</source>
            <translation>阅览时间已到。</translation>
        </message>
    </context>
    <context>
        <name>PdfPreview</name>
        <message>
            <source>&amp;Print …</source>
            <translation>打印(&amp;P) …</translation>
        </message>
        <message>
            <source>&amp;Save as …</source>
            <translation>存为(&amp;S) …</translation>
        </message>
        <message>
            <source>As wide as the window</source>
            <translation>适合宽度</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
        </message>
    </context>
    <context>
        <name>PeoplePicker</name>
        <message>
            <source>Initials, name, staff number, or scan the badge</source>
            <translation>拼音首字母、姓名、工号，或扫描工牌</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>你是谁？</translation>
        </message>
    </context>
    <context>
        <name>PeopleTab</name>
        <message>
            <source>&amp;Add a person …</source>
            <translation>添加人员(&amp;A)…</translation>
        </message>
        <message>
            <source>&amp;Dismiss …</source>
            <translation>注销(&amp;D)…</translation>
        </message>
        <message>
            <source>&amp;Keeper and deputy …</source>
            <translation>专管员与代管人(&amp;K)…</translation>
        </message>
        <message>
            <source>&amp;New first password</source>
            <translation>重发初始口令(&amp;N)</translation>
        </message>
        <message>
            <source>Cabinet</source>
            <translation>卡柜</translation>
        </message>
        <message>
            <source>Encrypting the cabinet and its backups anew</source>
            <translation>正在给卡柜和备份换新钥匙</translation>
        </message>
        <message>
            <source>Everyone has a key of their own. A first password is shown once, to be handed over; its owner changes it at the first log-in.</source>
            <translation>每人一把自己的钥匙。初始口令只显示一次，交给本人，首次登录时改掉。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>工号</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>小组</translation>
        </message>
        <message>
            <source>deputy</source>
            <translation>代管人</translation>
        </message>
        <message>
            <source>keeper</source>
            <translation>专管员</translation>
        </message>
        <message>
            <source>{state}, has a first password</source>
            <translation>{state}，初始口令未改</translation>
        </message>
    </context>
    <context>
        <name>PersonDialog</name>
        <message>
            <source>&amp;Add</source>
            <translation>添加(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>姓名(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Role</source>
            <translation>角色(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Team</source>
            <translation>小组(&amp;T)</translation>
        </message>
        <message>
            <source>(none)</source>
            <translation>（无）</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>添加人员</translation>
        </message>
    </context>
    <context>
        <name>PersonState</name>
        <message>
            <source>active</source>
            <translation>在职</translation>
        </message>
        <message>
            <source>gone</source>
            <translation>已离职</translation>
        </message>
        <message>
            <source>leaving</source>
            <translation>离职办理中</translation>
        </message>
        <message>
            <source>on leave</source>
            <translation>请假</translation>
        </message>
    </context>
    <context>
        <name>PlaceDialog</name>
        <message>
            <source>&amp;Add</source>
            <translation>添加(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>名称(&amp;N)</translation>
        </message>
        <message>
            <source>(nobody yet)</source>
            <translation>（暂无）</translation>
        </message>
    </context>
    <context>
        <name>PlanActions</name>
        <message>
            <source>&amp;Approve</source>
            <translation>批准(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Confirm</source>
            <translation>确认(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Make the plan</source>
            <translation>编计划(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Strike …</source>
            <translation>划去(&amp;S) …</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>撤销(&amp;U)</translation>
        </message>
        <message>
            <source>A&amp;dd to the plan</source>
            <translation>加入计划(&amp;D)</translation>
        </message>
        <message>
            <source>Add a customer</source>
            <translation>加客户</translation>
        </message>
        <message>
            <source>Approve a&amp;ll</source>
            <translation>全部批准(&amp;L)</translation>
        </message>
        <message>
            <source>Approved on pa&amp;per …</source>
            <translation>书面批准(&amp;P) …</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Everyone's &amp;plans …</source>
            <translation>全部计划(&amp;P) …</translation>
        </message>
        <message>
            <source>Everyone's plans and ca&amp;rds …</source>
            <translation>全部计划与卡片(&amp;R) …</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>P&amp;rint …</source>
            <translation>打印(&amp;R) …</translation>
        </message>
        <message>
            <source>P&amp;urpose …</source>
            <translation>目的(&amp;U) …</translation>
        </message>
        <message>
            <source>Pre&amp;view</source>
            <translation>预览(&amp;V)</translation>
        </message>
        <message>
            <source>Re&amp;fresh</source>
            <translation>刷新(&amp;F)</translation>
        </message>
        <message>
            <source>Rep after</source>
            <translation>后一位业务员</translation>
        </message>
        <message>
            <source>Rep before</source>
            <translation>前一位业务员</translation>
        </message>
        <message>
            <source>Sa&amp;ve as PDF …</source>
            <translation>存为 PDF(&amp;V) …</translation>
        </message>
        <message>
            <source>Su&amp;ggest anew</source>
            <translation>重新建议(&amp;G)</translation>
        </message>
        <message>
            <source>The &amp;card of this visit …</source>
            <translation>这一户的卡片(&amp;C) …</translation>
        </message>
        <message>
            <source>This rep's plan and car&amp;ds …</source>
            <translation>该业务员的计划与卡片(&amp;D) …</translation>
        </message>
    </context>
    <context>
        <name>PlanColumns</name>
        <message>
            <source>Card</source>
            <translation>卡片</translation>
        </message>
        <message>
            <source>Card no.</source>
            <translation>卡号</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>级</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>District</source>
            <translation>片区</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序</translation>
        </message>
        <message>
            <source>Owes (overdue)</source>
            <translation>欠款(逾期)</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>目的</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Why not planned</source>
            <translation>未排入原因</translation>
        </message>
    </context>
    <context>
        <name>PlanPage</name>
        <message numerus="yes">
            <source>%n plan(s) approved.</source>
            <translation>
                <numerusform>已批准 %n 份计划。</numerusform>
            </translation>
        </message>
        <message>
            <source>Plans and cards</source>
            <translation>计划与卡片</translation>
        </message>
    </context>
    <context>
        <name>PlanPanel</name>
        <message>
            <source>Make one from the suggestions: who is due, what was promised, what is overdue. Then add, move and strike visits by hand.</source>
            <translation>按建议编一份：到期该访的、有承诺的、有逾期欠款的。编好后可手工加入、移动、划去。</translation>
        </message>
        <message>
            <source>No plan yet</source>
            <translation>还没有计划</translation>
        </message>
        <message>
            <source>No rep yet</source>
            <translation>还没有业务员</translation>
        </message>
        <message>
            <source>The manager adds reps on the page Settings.</source>
            <translation>请经理在「设置」页添加业务员。</translation>
        </message>
        <message>
            <source>Visits of the plan</source>
            <translation>计划中的拜访</translation>
        </message>
    </context>
    <context>
        <name>PlanQuestions</name>
        <message>
            <source>Plan {number} of {rep}</source>
            <translation>{rep}的计划 {number}</translation>
        </message>
    </context>
    <context>
        <name>PlanReason</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>周五</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>周一</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>周六</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>周日</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>周四</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>周二</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>周三</translation>
        </message>
        <message>
            <source>added by {by}</source>
            <translation>{by}手工加入</translation>
        </message>
        <message>
            <source>card is kept for {rep} ({plan_no})</source>
            <translation>卡已留给{rep}（{plan_no}）</translation>
        </message>
        <message>
            <source>card is lost</source>
            <translation>卡已遗失</translation>
        </message>
        <message>
            <source>card is out with {holder}</source>
            <translation>卡在{holder}手中</translation>
        </message>
        <message>
            <source>card is overdue with {holder}</source>
            <translation>卡在{holder}手中逾期未还</translation>
        </message>
        <message>
            <source>card is sealed</source>
            <translation>卡已封存</translation>
        </message>
        <message>
            <source>card only {percent}% complete</source>
            <translation>完整度仅 {percent}%</translation>
        </message>
        <message>
            <source>claim open for {days} d</source>
            <translation>退赔未结 {days} 天</translation>
        </message>
        <message>
            <source>class {abc_class}</source>
            <translation>{abc_class} 类</translation>
        </message>
        <message>
            <source>contract ends on {on}</source>
            <translation>合同 {on} 到期</translation>
        </message>
        <message>
            <source>customer of {rep} now</source>
            <translation>客户已移交{rep}</translation>
        </message>
        <message>
            <source>day of care</source>
            <translation>关怀日</translation>
        </message>
        <message>
            <source>dealer stock below need</source>
            <translation>经销商库存不足</translation>
        </message>
        <message>
            <source>debt overdue {bucket}</source>
            <translation>欠款逾期 {bucket}</translation>
        </message>
        <message>
            <source>district is not on the route</source>
            <translation>片区不在固定线路上</translation>
        </message>
        <message>
            <source>key account</source>
            <translation>大客户</translation>
        </message>
        <message>
            <source>last visit {days} d ago, interval {interval} d</source>
            <translation>距上次拜访 {days} 天，间隔 {interval} 天</translation>
        </message>
        <message>
            <source>moved to {on}</source>
            <translation>改期至 {on}</translation>
        </message>
        <message>
            <source>never visited yet</source>
            <translation>尚未拜访过</translation>
        </message>
        <message>
            <source>next visit agreed for {on}</source>
            <translation>已约定 {on} 再访</translation>
        </message>
        <message>
            <source>no room left in the day</source>
            <translation>当天已排满</translation>
        </message>
        <message>
            <source>not to be reached by {at}</source>
            <translation>{at} 前赶不到</translation>
        </message>
        <message>
            <source>on the plan of {on}</source>
            <translation>已在 {on} 的计划上</translation>
        </message>
        <message>
            <source>overdue debt</source>
            <translation>有逾期欠款</translation>
        </message>
        <message>
            <source>promise due today</source>
            <translation>承诺今日到期</translation>
        </message>
        <message>
            <source>promise of {on}, {days} d late</source>
            <translation>承诺应于 {on} 办，已迟 {days} 天</translation>
        </message>
        <message>
            <source>prospect</source>
            <translation>潜在/未来客户</translation>
        </message>
        <message>
            <source>route day: {weekdays}</source>
            <translation>线路日：{weekdays}</translation>
        </message>
        <message>
            <source>settlement day</source>
            <translation>结算日</translation>
        </message>
        <message>
            <source>visit agreed for {on}</source>
            <translation>约定 {on} 拜访</translation>
        </message>
        <message>
            <source>{most} visits are planned already</source>
            <translation>已排满 {most} 户</translation>
        </message>
    </context>
    <context>
        <name>PlanWords</name>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>%n 户</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>Approved ✓</source>
            <translation>已批准 ✓</translation>
        </message>
        <message>
            <source>No plan</source>
            <translation>未编</translation>
        </message>
        <message>
            <source>On paper, to be confirmed</source>
            <translation>书面批准待确认</translation>
        </message>
        <message>
            <source>To be approved</source>
            <translation>待批准</translation>
        </message>
        <message>
            <source>approved by {name}, {at}</source>
            <translation>批准 {name} {at}</translation>
        </message>
        <message>
            <source>approved on paper by {name}, recorded by {clerk}, {at}</source>
            <translation>书面批准 {name}，{clerk}登记 {at}</translation>
        </message>
        <message>
            <source>fits into the day</source>
            <translation>当天排得下</translation>
        </message>
        <message>
            <source>made by {name}, {at}</source>
            <translation>编制 {name} {at}</translation>
        </message>
        <message>
            <source>moved: {reason}</source>
            <translation>改期：{reason}</translation>
        </message>
        <message>
            <source>no visits</source>
            <translation>无拜访</translation>
        </message>
        <message>
            <source>not due; may be added by hand</source>
            <translation>未到期，可手工加入</translation>
        </message>
        <message>
            <source>struck: {reason}</source>
            <translation>已划去：{reason}</translation>
        </message>
        <message>
            <source>to be confirmed</source>
            <translation>待确认</translation>
        </message>
        <message>
            <source>{balance} ({overdue})</source>
            <translation>{balance} ({overdue})</translation>
        </message>
        <message>
            <source>{reason}: {points} points</source>
            <translation>{reason}：{points} 分</translation>
        </message>
        <message>
            <source>{state} · {holder}</source>
            <translation>{state} · {holder}</translation>
        </message>
        <message>
            <source>{time} agreed</source>
            <translation>{time} 约</translation>
        </message>
        <message>
            <source>{time}, agreed for {appointment}</source>
            <translation>{time}，约定 {appointment}</translation>
        </message>
        <message>
            <source>{totals} · {minutes} min too much</source>
            <translation>{totals} · 超出 {minutes} 分</translation>
        </message>
        <message>
            <source>{visits} · stay {stay} min + travel {travel} min = {total} of {capacity} min · leaves {leaves}, back {back}</source>
            <translation>{visits} · 停留 {stay} 分 + 路程 {travel} 分 = {total} / {capacity} 分 · {leaves} 出发，{back} 返回</translation>
        </message>
        <message>
            <source>{visits} · {start}–{end}</source>
            <translation>{visits} · {start}–{end}</translation>
        </message>
    </context>
    <context>
        <name>PlanWork</name>
        <message>
            <source>taken back</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>PreviewDialog</name>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>The paper is being drawn …</source>
            <translation>正在生成 …</translation>
        </message>
    </context>
    <context>
        <name>PreviewPage</name>
        <message>
            <source>&amp;Another file …</source>
            <translation>换一个文件(&amp;A) …</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Districts that will be made ({count}): {names}</source>
            <translation>将新设 {count} 个片区：{names}</translation>
        </message>
        <message>
            <source>New: {added}      There already: {duplicate}      Rejected: {rejected}</source>
            <translation>新增：{added}      已有卡：{duplicate}      退回：{rejected}</translation>
        </message>
    </context>
    <context>
        <name>PreviewPane</name>
        <message>
            <source>The plan is printed when it is approved.</source>
            <translation>计划批准后方可打印。</translation>
        </message>
    </context>
    <context>
        <name>PreviewTable</name>
        <message>
            <source>Becomes</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>First rows of the file</source>
            <translation>文件的前几行</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>filled by the program</source>
            <translation>由程序填写</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>不取</translation>
        </message>
        <message>
            <source>new</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>not taken</source>
            <translation>未对应</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>there already</source>
            <translation>已有卡</translation>
        </message>
    </context>
    <context>
        <name>Print</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>Alignment page</source>
            <translation>校准页</translation>
        </message>
        <message>
            <source>Blank customer cards</source>
            <translation>空白客户资料卡</translation>
        </message>
        <message>
            <source>Borrower {name}</source>
            <translation>领用人 {name}</translation>
        </message>
        <message>
            <source>Card Cabinet</source>
            <translation>客户卡柜</translation>
        </message>
        <message>
            <source>Card head</source>
            <translation>卡头</translation>
        </message>
        <message>
            <source>Copy {number}</source>
            <translation>副本号 {number}</translation>
        </message>
        <message>
            <source>Each arm of the cross must measure 100 mm. If not, printing is scaled:</source>
            <translation>十字线的横竖都应为 100 mm；若不是，说明打印时缩放了：</translation>
        </message>
        <message>
            <source>Internal paper</source>
            <translation>内部资料</translation>
        </message>
        <message>
            <source>Internal · not to be passed on</source>
            <translation>内部资料 · 不得外传</translation>
        </message>
        <message>
            <source>Internal · not to be passed on · back by {day}</source>
            <translation>内部资料 · 不得外传 · {day} 前归还</translation>
        </message>
        <message>
            <source>Internal · not to be passed on · back the same day</source>
            <translation>内部资料 · 不得外传 · 当日归还</translation>
        </message>
        <message>
            <source>Internal · not to be passed on · to be destroyed after reading</source>
            <translation>内部资料 · 不得外传 · 阅后销毁</translation>
        </message>
        <message>
            <source>Page {number} of {count}</source>
            <translation>第 {number} 页 共 {count} 页</translation>
        </message>
        <message>
            <source>Page {number} of {count} ({side})</source>
            <translation>共{count}页 第{number}页（{side}）</translation>
        </message>
        <message>
            <source>Preview · no number</source>
            <translation>预览 · 未编号</translation>
        </message>
        <message>
            <source>Receiver {name}</source>
            <translation>领用人 {name}</translation>
        </message>
        <message>
            <source>Revision {number} · {printed_at}</source>
            <translation>第 {number} 版 · {printed_at}</translation>
        </message>
        <message>
            <source>The frame stands 10 mm inside the edges of the paper.</source>
            <translation>外框距纸边 10 mm。</translation>
        </message>
        <message>
            <source>back</source>
            <translation>背面</translation>
        </message>
        <message>
            <source>choose “actual size” or “100 %” among the printer's own settings.</source>
            <translation>请在打印机设置里选「实际大小」或「100 %」。</translation>
        </message>
        <message>
            <source>continued</source>
            <translation>续页</translation>
        </message>
        <message>
            <source>front</source>
            <translation>正面</translation>
        </message>
        <message>
            <source>key people</source>
            <translation>主要人物</translation>
        </message>
        <message>
            <source>verify</source>
            <translation>待核实</translation>
        </message>
        <message>
            <source>{row} · {column}</source>
            <translation>{row} · {column}</translation>
        </message>
        <message>
            <source>{section} ({side})</source>
            <translation>{section}（{side}）</translation>
        </message>
        <message>
            <source>{table} {number}</source>
            <translation>{table} {number}</translation>
        </message>
        <message>
            <source>→cont.</source>
            <translation>→续</translation>
        </message>
    </context>
    <context>
        <name>PrintCardsDialog</name>
        <message>
            <source>&amp;Each card on paper of its own</source>
            <translation>每张卡从新的一张纸开始(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Kind</source>
            <translation>种类(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Numbered copy that is issued to somebody</source>
            <translation>发放副本（编号，有水印）(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Private facts too (the manager approves)</source>
            <translation>连同私人资料（须经经理批准）(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Save as PDF …</source>
            <translation>存为 PDF(&amp;S)…</translation>
        </message>
        <message>
            <source>A copy takes its number when it is printed or saved; who has it stands on every page and in the office's list of copies. Copies of confidential and secret cards, and of more than {count} customers, may need an approval first.</source>
            <translation>打印或保存时才编副本号；领用人印在每一页上，并记入副本登记。机密、绝密卡片的副本，或一次超过 {count} 家客户的副本，可能须先请示批准。</translation>
        </message>
        <message>
            <source>As what</source>
            <translation>打成什么</translation>
        </message>
        <message>
            <source>B&amp;lank cards to be written on by hand</source>
            <translation>空白卡（手工填写）(&amp;L)</translation>
        </message>
        <message>
            <source>Backs only</source>
            <translation>只打反面</translation>
        </message>
        <message>
            <source>Cards</source>
            <translation>哪些卡</translation>
        </message>
        <message>
            <source>Cards of both kinds</source>
            <translation>企业卡和个人卡</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Company cards</source>
            <translation>企业卡</translation>
        </message>
        <message>
            <source>For printers that cannot turn the paper: print the fronts, lay the stack in again in the same order, then print the backs.</source>
            <translation>打印机不能自动双面时：先打正面，按原顺序放回纸盒，再打反面。</translation>
        </message>
        <message>
            <source>Front and back</source>
            <translation>正反两面</translation>
        </message>
        <message>
            <source>Fronts only</source>
            <translation>只打正面</translation>
        </message>
        <message>
            <source>Individual cards</source>
            <translation>个人卡</translation>
        </message>
        <message>
            <source>N&amp;umber of each</source>
            <translation>每种份数(&amp;U)</translation>
        </message>
        <message>
            <source>Pre&amp;view</source>
            <translation>预览(&amp;V)</translation>
        </message>
        <message>
            <source>Prin&amp;t …</source>
            <translation>打印(&amp;T)…</translation>
        </message>
        <message>
            <source>Print cards</source>
            <translation>打印客户卡</translation>
        </message>
        <message>
            <source>S&amp;ides</source>
            <translation>打印面(&amp;I)</translation>
        </message>
        <message>
            <source>The &amp;office's card</source>
            <translation>柜存卡(&amp;O)</translation>
        </message>
        <message>
            <source>With &amp;waves under what changed since the last print</source>
            <translation>变更打印：上次打印后改过的加波浪线(&amp;W)</translation>
        </message>
        <message>
            <source>Your prints leave private facts out: such a sheet is not the office's own paper.</source>
            <translation>您打印的卡片不含私人资料，这样的纸卡不算柜内原卡。</translation>
        </message>
    </context>
    <context>
        <name>PrintDialog</name>
        <message>
            <source>&amp;Alignment page</source>
            <translation>校准页(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Copies</source>
            <translation>份数(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Printer</source>
            <translation>打印机(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Sides</source>
            <translation>单双面(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Tray</source>
            <translation>纸盒(&amp;T)</translation>
        </message>
        <message>
            <source>A cross of 100 mm: measure it to see that nothing shrinks</source>
            <translation>100 mm 十字线，量一量便知比例是否走样</translation>
        </message>
        <message>
            <source>Both sides, turned on the long edge</source>
            <translation>双面，沿长边翻转</translation>
        </message>
        <message>
            <source>Both sides, turned on the short edge</source>
            <translation>双面，沿短边翻转</translation>
        </message>
        <message>
            <source>Cassette</source>
            <translation>纸盒</translation>
        </message>
        <message>
            <source>Fed by hand</source>
            <translation>手动送纸</translation>
        </message>
        <message>
            <source>Lower tray</source>
            <translation>下纸盒</translation>
        </message>
        <message>
            <source>Middle tray</source>
            <translation>中纸盒</translation>
        </message>
        <message>
            <source>No printer is set up on this PC. Save the paper as a file, or set a printer up in the system and open this again.</source>
            <translation>这台电脑没有安装打印机。请先存为文件，或在系统中装好打印机后再打开。</translation>
        </message>
        <message>
            <source>One side</source>
            <translation>单面</translation>
        </message>
        <message>
            <source>P&amp;rint</source>
            <translation>打印(&amp;R)</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Printer's &amp;own settings …</source>
            <translation>打印机自带设置(&amp;O) …</translation>
        </message>
        <message>
            <source>Sheets are printed at 100 %; nothing is fitted to the paper.</source>
            <translation>按 100 % 比例打印，不随纸张缩放。</translation>
        </message>
        <message>
            <source>The printer chooses</source>
            <translation>由打印机选择</translation>
        </message>
        <message>
            <source>Upper tray</source>
            <translation>上纸盒</translation>
        </message>
    </context>
    <context>
        <name>ProblemStrip</name>
        <message>
            <source>Open it anew, &amp;keep my typing</source>
            <translation>打开最新的卡，保留我的录入(&amp;K)</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 处</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProblemTabs</name>
        <message>
            <source>Becomes</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>栏目</translation>
        </message>
        <message>
            <source>Not taken</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Rows that are not taken</source>
            <translation>不导入的行</translation>
        </message>
        <message>
            <source>To look at</source>
            <translation>请核对</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>there already</source>
            <translation>已有卡</translation>
        </message>
    </context>
    <context>
        <name>Problems</name>
        <message>
            <source>A WeChat name has 6 to 20 letters, digits, - or _ and begins with a letter.</source>
            <translation>微信号为6至20位字母、数字、-或_，以字母开头。</translation>
        </message>
        <message>
            <source>A bank account has 8 to 32 digits and nothing else.</source>
            <translation>银行账号为8至32位数字，不含其他字符。</translation>
        </message>
        <message>
            <source>A company card and an individual card cannot become one. Compare their kinds.</source>
            <translation>企业卡与个体卡不能合并，请核对客户类型。</translation>
        </message>
        <message>
            <source>A mobile number has 11 digits and begins with 13 to 19.</source>
            <translation>手机号为11位，以13至19开头。</translation>
        </message>
        <message>
            <source>A mobile stood in the telephone column; it was put where mobiles belong.</source>
            <translation>电话栏里是手机号，已放到手机一栏。</translation>
        </message>
        <message>
            <source>A name has only letters and ·. Move a title, a number or a remark to its own cell.</source>
            <translation>姓名只含汉字、字母和·。职务、号码或备注请填到各自的栏内。</translation>
        </message>
        <message>
            <source>A number abroad belongs in the telephone cell.</source>
            <translation>境外号码请填在电话栏。</translation>
        </message>
        <message>
            <source>A number abroad: it cannot be checked. Read it once more.</source>
            <translation>境外号码无法校验，请再核对一遍。</translation>
        </message>
        <message>
            <source>A number is kept in place of the WeChat name. Ask for the name.</source>
            <translation>填的是号码而不是微信号，已保留，请问清微信号。</translation>
        </message>
        <message>
            <source>A postcode has six digits, such as 610041 or 050000.</source>
            <translation>邮政编码为6位数字，如610041或050000。</translation>
        </message>
        <message>
            <source>A promise is kept with a card: file the customer first.</source>
            <translation>承诺要记在卡片上：请先为客户建卡。</translation>
        </message>
        <message>
            <source>A promise is written TEXT@DATE.</source>
            <translation>承诺事项写作 内容@日期。</translation>
        </message>
        <message>
            <source>A promise needs its day.</source>
            <translation>承诺事项要写明日期。</translation>
        </message>
        <message>
            <source>A unified social credit code has 18 places: digits and capital letters without I, O, S, V and Z. Compare it with the business licence.</source>
            <translation>统一社会信用代码为18位，由数字和大写字母组成，不含I、O、S、V、Z。请与营业执照核对。</translation>
        </message>
        <message>
            <source>A visit that did not take place needs a new date.</source>
            <translation>未访须写明改期日期。</translation>
        </message>
        <message>
            <source>An abandoned customer who comes back is a prospect first (manager only).</source>
            <translation>放弃客户回来，只能先改为潜在客户（限经理）。</translation>
        </message>
        <message>
            <source>An age of debt without any amount owed. It was left out.</source>
            <translation>有账龄而无欠款金额，账龄未取。</translation>
        </message>
        <message>
            <source>Another customer has this short name. It was left empty.</source>
            <translation>这个简称已被别的客户使用，已留空。</translation>
        </message>
        <message>
            <source>At most {places} digits may stand after the point.</source>
            <translation>小数点后最多{places}位。</translation>
        </message>
        <message>
            <source>Before {earliest}: check the year.</source>
            <translation>早于{earliest}年，请检查年份。</translation>
        </message>
        <message>
            <source>Birthdays of the lunar calendar are read from {earliest} to {latest}.</source>
            <translation>农历生日只认 {earliest} 年到 {latest} 年。</translation>
        </message>
        <message>
            <source>Call back on the customer's old number first, and note who was reached.</source>
            <translation>请先拨客户原来的电话核实，并注明接电话的人。</translation>
        </message>
        <message>
            <source>Card {card_no} bears this name too, with another telephone and address. Look whether it is the same customer.</source>
            <translation>已有同名的卡 {card_no}，电话和地址不同。请核对是否同一家。</translation>
        </message>
        <message>
            <source>Checked against the licence</source>
            <translation>已核对执照</translation>
        </message>
        <message>
            <source>Choose a day after the day of the plan.</source>
            <translation>请选计划日之后的日期。</translation>
        </message>
        <message>
            <source>Choose another password than the one you have.</source>
            <translation>新口令不能与现在的口令相同。</translation>
        </message>
        <message>
            <source>It does not have the form of this number. Compare it with the paper.</source>
            <translation>格式不对，请与纸面资料核对。</translation>
        </message>
        <message>
            <source>It is the code on the licence</source>
            <translation>确为执照上的代码</translation>
        </message>
        <message>
            <source>It may not be less than 0.</source>
            <translation>不能小于0。</translation>
        </message>
        <message>
            <source>It may not be less than {lowest}.</source>
            <translation>不能小于{lowest}。</translation>
        </message>
        <message>
            <source>It may not be more than {highest}.</source>
            <translation>不能大于{highest}。</translation>
        </message>
        <message>
            <source>More is overdue than is owed. Check both amounts.</source>
            <translation>逾期金额大于欠款余额，请检查两个金额。</translation>
        </message>
        <message>
            <source>Name a file that ends in .xlsx or .csv.</source>
            <translation>文件名请以 .xlsx 或 .csv 结尾。</translation>
        </message>
        <message>
            <source>No card has a field “{name}”, or you may not have it on paper.</source>
            <translation>卡片上没有“{name}”这一项，或者您无权打印、导出它。</translation>
        </message>
        <message>
            <source>No column of the file is this one. Give the column one of the usual headings, name it in a map file, or name one for all rows.</source>
            <translation>文件里没有这一栏。请用常见的栏目名，或在对照文件里指明，或为所有行统一指定。</translation>
        </message>
        <message>
            <source>No rep on the staff is called “{name}”. Correct it, add the rep first, or name one rep for all rows.</source>
            <translation>在职业务员里没有“{name}”。请改正，或先添加此人，或为所有行指定一位业务员。</translation>
        </message>
        <message>
            <source>Not six digits; the cell was left empty. If the spreadsheet has dropped a leading 0, enter the postcode on the card.</source>
            <translation>不是6位数字，此项留空。如果是表格丢了开头的0，请在卡片上补填邮政编码。</translation>
        </message>
        <message>
            <source>Only one number fits here. Move the others to a contact.</source>
            <translation>这里只能填一个号码，其余请填到联系人名下。</translation>
        </message>
        <message>
            <source>Only pictures (PNG, JPEG, WebP, BMP, GIF) and PDF are taken. Save the file as one of these first; phones can be set to take JPEG instead of HEIC.</source>
            <translation>只收图片（PNG、JPEG、WebP、BMP、GIF）和 PDF，请先另存为其中一种；手机可设为拍 JPEG（兼容性最佳），不用 HEIC。</translation>
        </message>
        <message>
            <source>Rounded to {stored} in the unit of this cell.</source>
            <translation>已按本栏单位四舍五入为{stored}。</translation>
        </message>
        <message>
            <source>Row {other} bears this name too, with another telephone and address. Look whether it is the same customer.</source>
            <translation>第{other}行也是这个名称，电话和地址不同。请核对是否同一家。</translation>
        </message>
        <message>
            <source>Say one of the two: by which day it comes back, or destroyed after reading.</source>
            <translation>二者择一：写明归还日，或注明阅后销毁。</translation>
        </message>
        <message>
            <source>Say one thing of the visit: visited, not visited, cancelled or no record.</source>
            <translation>请说明拜访结果中的一种：已访、未访、出发前取消或缺记录。</translation>
        </message>
        <message>
            <source>Say returned, destroyed, lost or not_made.</source>
            <translation>请写 returned（收回）、destroyed（销毁）、lost（遗失）或 not_made（未发出）。</translation>
        </message>
        <message>
            <source>Shorter than {shortest} characters. Complete it on the card.</source>
            <translation>不足{shortest}个字，请在卡片上补全。</translation>
        </message>
        <message>
            <source>Taken for January. If it was October (10), the spreadsheet has cut its 0: correct it.</source>
            <translation>已按1月读取。如果原为10月，是表格丢了末尾的0，请改正。</translation>
        </message>
        <message>
            <source>That makes the person younger than {lowest} or older than {highest}. Check the year.</source>
            <translation>按此计算，年龄小于{lowest}岁或大于{highest}岁，请检查年份。</translation>
        </message>
        <message>
            <source>The area code is missing: write it in front, as in 028-85551234.</source>
            <translation>缺少区号，请写在前面，如028-85551234。</translation>
        </message>
        <message>
            <source>The calendar has no such day. Compare it with the paper.</source>
            <translation>没有这一天，请与纸面资料核对。</translation>
        </message>
        <message>
            <source>The card with the older number stays. Name the two cards the other way round.</source>
            <translation>保留编号在前的卡，请把两张卡对调。</translation>
        </message>
        <message>
            <source>The cell shows a formula's error. Correct the formula or empty the cell.</source>
            <translation>单元格显示公式错误，请改正公式或清空单元格。</translation>
        </message>
        <message>
            <source>The cells of a new row are decided together.</source>
            <translation>新增一行的各栏须一并审定。</translation>
        </message>
        <message>
            <source>The code begins with 92 for a licensed sole trader, 91 for an enterprise: it does not fit the legal form. Compare both with the business licence.</source>
            <translation>代码以92开头为个体工商户，91开头为企业，与企业组织形式不符。请对照营业执照核对这两项。</translation>
        </message>
        <message>
            <source>The commas and points do not make an amount. Write a point before the cents and no comma, such as 1200.00.</source>
            <translation>逗号和小数点的写法不成金额。请只在角分前用小数点，不用逗号，如1200.00。</translation>
        </message>
        <message>
            <source>The contact's name is missing. Ask for it and enter it on the card.</source>
            <translation>缺联系人姓名。请问清后补填在卡上。</translation>
        </message>
        <message>
            <source>The day is missing. Write year, month and day, such as 2023-3-8.</source>
            <translation>日期不全，请写明年月日，如2023-3-8。</translation>
        </message>
        <message>
            <source>The digits after the 15th are zeros. A spreadsheet may have lost them: compare the number with the paper.</source>
            <translation>第15位以后全是0，可能是表格丢失了数字，请与纸面资料核对。</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>文件是空的。</translation>
        </message>
        <message>
            <source>The file is larger than {megabytes} MB. Make the picture smaller first.</source>
            <translation>文件超过 {megabytes} MB，请先把图片缩小。</translation>
        </message>
        <message>
            <source>The headings stand here again. The row was left out.</source>
            <translation>这一行又是标题，未取。</translation>
        </message>
        <message>
            <source>The last character does not fit the code. Compare all 18 places with the business licence and tick “checked against the licence”.</source>
            <translation>末位校验码不符。请对照营业执照核对全部18位，并勾选“已核对执照”。</translation>
        </message>
        <message>
            <source>The list of the rows that were not taken could not be written: the folder {folder} cannot be written. Copy the file to a folder of your own and import it there.</source>
            <translation>退回行清单写不出来：文件夹 {folder} 不能写入。请把文件复制到自己的文件夹再导入。</translation>
        </message>
        <message>
            <source>The map file has an entry that means nothing: {name}.</source>
            <translation>对照文件里有看不懂的条目：{name}。</translation>
        </message>
        <message>
            <source>The map file names a column that the file has not: {name}.</source>
            <translation>对照文件里写的栏目，文件中没有：{name}。</translation>
        </message>
        <message>
            <source>The map file names a field that cannot be imported: {name}.</source>
            <translation>对照文件里有不能导入的项目：{name}。</translation>
        </message>
        <message>
            <source>The mobile has no contact's name beside it; it was kept as the customer's telephone.</source>
            <translation>手机号旁没有联系人姓名，已作为客户电话保存。</translation>
        </message>
        <message>
            <source>The number is too large: at most {longest} digits.</source>
            <translation>数字太大，最多{longest}位。</translation>
        </message>
        <message>
            <source>The rep {rep} is in no team, so this district cannot be made for it. Put the rep into a team first.</source>
            <translation>业务员{rep}不属于任何小组，无法新设这个片区。请先把他编入小组。</translation>
        </message>
        <message>
            <source>The rep's team has no such district. Add it first.</source>
            <translation>该业务员的小组没有这个片区，请先添加。</translation>
        </message>
        <message>
            <source>The same customer stands in row {other} of this file already.</source>
            <translation>与本文件第{other}行是同一位客户。</translation>
        </message>
        <message>
            <source>The spreadsheet had dropped the 0 of the area code; it was put back. Check the number.</source>
            <translation>表格丢了区号前的0，已补上，请核对号码。</translation>
        </message>
        <message>
            <source>The spreadsheet has lost digits of this number. Set the column to text, enter the whole number again, and import the file again.</source>
            <translation>表格已丢失此号码的部分数字。请把该列设为文本格式，重新录入完整号码后再导入。</translation>
        </message>
        <message>
            <source>The spreadsheet has made a date of this text, such as of 3-8. Compare it with the paper.</source>
            <translation>表格可能把文字（如3-8）变成了日期，请与纸面资料核对。</translation>
        </message>
        <message>
            <source>There are rows in this table. Take them out first.</source>
            <translation>表中还有内容，请先删去各行。</translation>
        </message>
        <message>
            <source>There is an unreadable character in it. Delete the text and type it again.</source>
            <translation>含有无法识别的字符，请删除后重新输入。</translation>
        </message>
        <message>
            <source>There is no letter in this name. Compare it with the paper.</source>
            <translation>名称里没有文字，请与纸面资料核对。</translation>
        </message>
        <message>
            <source>There is no sales rep of this name on the staff. Add the person first.</source>
            <translation>人员中没有这位业务员，请先添加此人。</translation>
        </message>
        <message>
            <source>There is no such district. Choose one, or add it in the settings first.</source>
            <translation>没有这个片区，请选择已有片区，或先在设置中添加。</translation>
        </message>
        <message>
            <source>There is no such field on this card.</source>
            <translation>这种卡片没有此项。</translation>
        </message>
        <message>
            <source>There is no such filter: {name}. There are: {known}.</source>
            <translation>没有“{name}”这种筛选。可用：{known}。</translation>
        </message>
        <message>
            <source>There is no such setting.</source>
            <translation>没有这项设置。</translation>
        </message>
        <message>
            <source>There is nobody of this name on the staff.</source>
            <translation>员工中没有这个人。</translation>
        </message>
        <message>
            <source>These are not two cards. Choose another one.</source>
            <translation>这是同一张卡，请另选一张。</translation>
        </message>
        <message>
            <source>This cell is filled in by the program, not by hand.</source>
            <translation>这一格由程序填写，不能手工填。</translation>
        </message>
        <message>
            <source>This customer has a card already: {card_no}, kept by {holder}. It stays as it is.</source>
            <translation>这位客户已有卡：{card_no}，负责人{holder}。原卡不变。</translation>
        </message>
        <message>
            <source>This customer has no such open promise.</source>
            <translation>该客户没有这项未兑现的承诺。</translation>
        </message>
        <message>
            <source>This day is over. Choose today or a later day.</source>
            <translation>这一天已经过去，请选今天或以后的日子。</translation>
        </message>
        <message>
            <source>This day is still to come. Check the year.</source>
            <translation>这一天还没到，请检查年份。</translation>
        </message>
        <message>
            <source>This day lies before the visit.</source>
            <translation>这一天早于拜访日期。</translation>
        </message>
        <message>
            <source>This is a citizen's identity number. It may not be kept here: enter the code on the business licence.</source>
            <translation>这是居民身份证号，不得存入。请填写营业执照上的统一社会信用代码。</translation>
        </message>
        <message>
            <source>This is a mobile number. It is kept here; better enter it with a contact.</source>
            <translation>这是手机号，已保留在此；最好填到联系人名下。</translation>
        </message>
        <message>
            <source>This is a spreadsheet's count of days, not a date. Set the column to dates and import the file again.</source>
            <translation>这是表格的日期序号，不是日期。请把该列设为日期格式后再导入。</translation>
        </message>
        <message>
            <source>This is not a date. Write year, month and day, such as 2023-3-8.</source>
            <translation>这不是日期，请写明年月日，如2023-3-8。</translation>
        </message>
        <message>
            <source>This is not a day of the lunar calendar. Write it as 农历1985-7-9, 农历八月初九 or 农历1984年闰十月初一.</source>
            <translation>这不是农历日期，请写成 农历1985-7-9、农历八月初九 或 农历1984年闰十月初一。</translation>
        </message>
        <message>
            <source>This is not a number. Write it in digits, such as 600.</source>
            <translation>这不是数，请用数字填写，如600。</translation>
        </message>
        <message>
            <source>This is not a recovery code. Compare it letter by letter with the paper.</source>
            <translation>这不是恢复码，请与纸上逐字核对。</translation>
        </message>
        <message>
            <source>This is not an amount. Write it in digits, such as 1200.00.</source>
            <translation>这不是金额，请用数字填写，如1200.00。</translation>
        </message>
        <message>
            <source>This is not in the list. Choose one of its entries.</source>
            <translation>不在选项之内，请从选项中选择。</translation>
        </message>
        <message>
            <source>This kind of card has no such field. Compare the name.</source>
            <translation>这类卡片没有这一项，请核对项目名称。</translation>
        </message>
        <message>
            <source>This leaves no card. Nothing was written.</source>
            <translation>没有符合条件的卡片，未写文件。</translation>
        </message>
        <message>
            <source>This must be filled in.</source>
            <translation>此项必填。</translation>
        </message>
        <message>
            <source>This passes the checks of a credit code and of a citizen's identity number. Compare it with the business licence and tick “it is the code on the licence”; an identity number may not be kept here.</source>
            <translation>这串号码既合信用代码的校验，也合身份证号的校验。请与营业执照核对，确是代码再勾选“确为执照上的代码”；身份证号不得存入。</translation>
        </message>
        <message>
            <source>This row is a total and no customer. It was left out.</source>
            <translation>这一行是合计，不是客户，未取。</translation>
        </message>
        <message>
            <source>This row is not on the card any more. Read the card again, then type it anew.</source>
            <translation>卡上已没有这一行。请重新读卡后再填。</translation>
        </message>
        <message>
            <source>This setting cannot take that value.</source>
            <translation>这项设置不接受此值。</translation>
        </message>
        <message>
            <source>This year has a row already. Change that row instead.</source>
            <translation>该年度已有一行，请直接修改那一行。</translation>
        </message>
        <message>
            <source>Too long: shorten it to {longest} characters.</source>
            <translation>太长，请缩短到{longest}个字以内。</translation>
        </message>
        <message>
            <source>Too short: write at least {shortest} characters.</source>
            <translation>太短，至少填写{shortest}个字。</translation>
        </message>
        <message>
            <source>Trading began before the business was founded. Check both dates.</source>
            <translation>起始交易时间早于创业时间，请检查两个日期。</translation>
        </message>
        <message>
            <source>Two columns would go to this field: “{first}” and “{second}”. Say in a map file which one, and leave the other out.</source>
            <translation>“{first}”和“{second}”两栏对应同一项。请在对照文件里选定一栏，另一栏不要。</translation>
        </message>
        <message>
            <source>What was promised for this day is missing.</source>
            <translation>这一天承诺了什么没有写。</translation>
        </message>
        <message>
            <source>Write a landline as 028-85551234 or 0512-7045387, an extension behind it as -801; 400 and 800 numbers as 400-123-4567; a number abroad with + and the country code.</source>
            <translation>固定电话请写成028-85551234或0512-7045387，分机加在后面如-801；400、800电话写成400-123-4567；境外号码以+和国家代码开头。</translation>
        </message>
        <message>
            <source>Write a rating from 1 (very poor) to 5 (very good).</source>
            <translation>请填写1（很差）到5（很好）的评分。</translation>
        </message>
        <message>
            <source>Write a time of day such as 9:40 or 14:00.</source>
            <translation>请写时间，如 9:40 或 14:00。</translation>
        </message>
        <message>
            <source>Write a web address such as www.example.cn.</source>
            <translation>请填写网址，如www.example.cn。</translation>
        </message>
        <message>
            <source>Write a whole number in digits, such as 35.</source>
            <translation>请填写整数，如35。</translation>
        </message>
        <message>
            <source>Write month and day, such as 10-01.</source>
            <translation>请写明月和日，如10-01。</translation>
        </message>
        <message>
            <source>Write one e-mail address such as info@example.cn.</source>
            <translation>请填写一个电子邮箱，如info@example.cn。</translation>
        </message>
        <message>
            <source>Write yes or no.</source>
            <translation>请填写是或否。</translation>
        </message>
        <message>
            <source>Write “company” or “individual”.</source>
            <translation>请写“企业客户”或“个体客户”。</translation>
        </message>
        <message>
            <source>“{name}” is not a sales rep here. Add the person first.</source>
            <translation>“{name}”不是本单位在职业务员，请先添加此人。</translation>
        </message>
    </context>
    <context>
        <name>ProgressDialog</name>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Stopping …</source>
            <translation>正在停止…</translation>
        </message>
    </context>
    <context>
        <name>PromiseRows</name>
        <message>
            <source>Promised by</source>
            <translation>承诺方</translation>
        </message>
        <message>
            <source>Promised for the day</source>
            <translation>承诺日期</translation>
        </message>
        <message>
            <source>What was promised</source>
            <translation>承诺事项</translation>
        </message>
        <message>
            <source>by +7, 3-8 …</source>
            <translation>期限 +7、3-8 …</translation>
        </message>
    </context>
    <context>
        <name>ProposalBar</name>
        <message numerus="yes">
            <source>%n proposed change(s) asked back: please answer</source>
            <translation>
                <numerusform>%n 项修订建议被退问，请答复</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n proposed change(s) to be decided</source>
            <translation>
                <numerusform>%n 项修订建议待审</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n proposed change(s) waiting for a decision</source>
            <translation>
                <numerusform>%n 项修订建议等待审定</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Decide …</source>
            <translation>审定(&amp;D) …</translation>
        </message>
        <message>
            <source>&amp;Look at them …</source>
            <translation>查看(&amp;L) …</translation>
        </message>
    </context>
    <context>
        <name>ProposalDialog</name>
        <message>
            <source>&amp;Accept</source>
            <translation>采纳(&amp;A)</translation>
        </message>
        <message numerus="yes">
            <source>&amp;Do it (%n)</source>
            <translation>
                <numerusform>执行 %n 项(&amp;D)</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Reject …</source>
            <translation>驳回(&amp;R) …</translation>
        </message>
        <message>
            <source>&amp;Type it anew …</source>
            <translation>修改(&amp;T) …</translation>
        </message>
        <message>
            <source>&amp;Withdraw</source>
            <translation>撤回(&amp;W)</translation>
        </message>
        <message>
            <source>A remark is needed here: what is asked, why not, or who was reached.</source>
            <translation>请填批注：退问什么、为何驳回，或回拨时与何人核实。</translation>
        </message>
        <message>
            <source>Accept a&amp;ll</source>
            <translation>全部采纳(&amp;L)</translation>
        </message>
        <message>
            <source>Ask &amp;back …</source>
            <translation>退问(&amp;B) …</translation>
        </message>
        <message>
            <source>C&amp;lose</source>
            <translation>关闭(&amp;O)</translation>
        </message>
        <message>
            <source>Look at the &amp;card</source>
            <translation>查看卡片(&amp;C)</translation>
        </message>
        <message>
            <source>Proposed changes · {ref}</source>
            <translation>修订建议 · {ref}</translation>
        </message>
    </context>
    <context>
        <name>ProposalLines</name>
        <message>
            <source>Accept</source>
            <translation>采纳</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>已采纳</translation>
        </message>
        <message>
            <source>Ask back</source>
            <translation>退问</translation>
        </message>
        <message>
            <source>Asked back</source>
            <translation>已退问</translation>
        </message>
        <message>
            <source>By</source>
            <translation>提出人</translation>
        </message>
        <message>
            <source>Cleared on request</source>
            <translation>已依请求清除</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>处理</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Hand in again</source>
            <translation>重新提交</translation>
        </message>
        <message>
            <source>On the card now</source>
            <translation>卡上现值</translation>
        </message>
        <message>
            <source>Proposed</source>
            <translation>建议值</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>驳回</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>已驳回</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>批注</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>待审</translation>
        </message>
        <message>
            <source>When it was proposed the card said: {value}</source>
            <translation>提出时卡上为：{value}</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>not shown to you</source>
            <translation>无权查看</translation>
        </message>
        <message>
            <source>{state} · for {roles}</source>
            <translation>{state} · 由{roles}审定</translation>
        </message>
    </context>
    <context>
        <name>ProposalList</name>
        <message>
            <source>By</source>
            <translation>提出人</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>卡号</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>修订项目</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>From</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>No proposed change waits.</source>
            <translation>没有待审的修订建议。</translation>
        </message>
        <message>
            <source>Proposed changes</source>
            <translation>修订待审</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
    </context>
    <context>
        <name>ProposalView</name>
        <message>
            <source>Proposed changes</source>
            <translation>修订建议</translation>
        </message>
    </context>
    <context>
        <name>ProposalWork</name>
        <message>
            <source>&amp;Accept all the same</source>
            <translation>仍然采纳(&amp;A)</translation>
        </message>
        <message>
            <source>Done.</source>
            <translation>已处理。</translation>
        </message>
        <message>
            <source>Handed in again.</source>
            <translation>已重新提交。</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>已撤回。</translation>
        </message>
    </context>
    <context>
        <name>PurposeDialog</name>
        <message>
            <source>&amp;Agreed time</source>
            <translation>约定时间(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Keep</source>
            <translation>保存(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Words</source>
            <translation>说明(&amp;W)</translation>
        </message>
        <message>
            <source>Purpose of the visit</source>
            <translation>拜访目的</translation>
        </message>
    </context>
    <context>
        <name>QuerySlipButton</name>
        <message>
            <source>&amp;Read by a query slip …</source>
            <translation>凭查询单查阅(&amp;R)…</translation>
        </message>
        <message>
            <source>Read by a query slip</source>
            <translation>凭查询单查阅</translation>
        </message>
    </context>
    <context>
        <name>RaceDialog</name>
        <message>
            <source>&amp;Back to the form</source>
            <translation>返回卡片(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Save with these</source>
            <translation>按所选保存(&amp;S)</translation>
        </message>
        <message>
            <source>All of &amp;mine</source>
            <translation>全用本人(&amp;M)</translation>
        </message>
        <message>
            <source>All of the &amp;other</source>
            <translation>全用对方(&amp;O)</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>原值</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Saved by the other</source>
            <translation>对方已存</translation>
        </message>
        <message>
            <source>Somebody saved this card meanwhile</source>
            <translation>此卡刚被他人修改</translation>
        </message>
        <message>
            <source>Typed here</source>
            <translation>本人所填</translation>
        </message>
        <message>
            <source>Where both of you changed the same, tick what is to hold.</source>
            <translation>双方都改了的项目，请勾选要保留的一方。</translation>
        </message>
        <message>
            <source>{value}   ({who})</source>
            <translation>{value}   （{who}）</translation>
        </message>
    </context>
    <context>
        <name>Rating</name>
        <message>
            <source>Fair</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>好</translation>
        </message>
        <message>
            <source>Poor</source>
            <translation>差</translation>
        </message>
        <message>
            <source>Very good</source>
            <translation>很好</translation>
        </message>
        <message>
            <source>Very poor</source>
            <translation>很差</translation>
        </message>
    </context>
    <context>
        <name>ReadingPurpose</name>
        <message>
            <source>A question by phone</source>
            <translation>电话查询</translation>
        </message>
        <message>
            <source>Before a visit</source>
            <translation>访前查看</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>To answer a call</source>
            <translation>电话应答</translation>
        </message>
        <message>
            <source>To write a document</source>
            <translation>制单</translation>
        </message>
    </context>
    <context>
        <name>RecoveryCode</name>
        <message>
            <source>&amp;Go on</source>
            <translation>继续(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Print its sheet …</source>
            <translation>打印恢复码页(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;Show the code once more</source>
            <translation>再看一次恢复码(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Try the code</source>
            <translation>试用恢复码(&amp;T)</translation>
        </message>
        <message>
            <source>I have the code &amp;on paper</source>
            <translation>恢复码已在纸上(&amp;O)</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>Recovery code from the paper</source>
            <translation>纸上的恢复码</translation>
        </message>
        <message>
            <source>Save its sheet as a &amp;file …</source>
            <translation>另存为文件(&amp;F)…</translation>
        </message>
        <message>
            <source>Type the code from the paper, so that you know that the paper opens.</source>
            <translation>请照纸上的恢复码输入一次，确认这张纸真能打开卡柜。</translation>
        </message>
        <message>
            <source>With this code a manager who has forgotten his password gets in again. Print its sheet or write it down, and keep the paper sealed in a safe place, away from this computer. It is shown only now, and nobody can make it visible again.</source>
            <translation>经理忘记口令时，可凭此码重新进入。请打印恢复码页或抄写下来，封好后存放在远离本机的安全处。恢复码只显示这一次，以后谁也看不到。</translation>
        </message>
    </context>
    <context>
        <name>RecoveryPage</name>
        <message>
            <source>&amp;Back to the log-in</source>
            <translation>返回登录(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Manager</source>
            <translation>经理(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Recovery code</source>
            <translation>恢复码(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Set the new password</source>
            <translation>设定新口令(&amp;S)</translation>
        </message>
        <message>
            <source>A manager gets in with the code that was written down when the cabinet was made. Everyone else asks a manager for a new first password.</source>
            <translation>经理凭新建卡柜时抄下的恢复码进入。其他人请找经理重发初始口令。</translation>
        </message>
        <message>
            <source>In with the recovery code</source>
            <translation>凭恢复码进入</translation>
        </message>
    </context>
    <context>
        <name>RecoverySheet</name>
        <message>
            <source>1. A manager who has lost his password opens this envelope before a witness, and both note it on the office's register of seals.</source>
            <translation>1. 经理忘记口令时，须有一名见证人在场拆封，两人都在封条登记簿上签字。</translation>
        </message>
        <message>
            <source>1. First type the code into the program: it counts only then.</source>
            <translation>1. 先把恢复码输入程序试用一次，试过才算数。</translation>
        </message>
        <message>
            <source>2. At the log-in page: “Forgotten the password?”. Type the code as it stands here; capitals and hyphens do not matter. A scanner may read the square.</source>
            <translation>2. 在登录页点“忘记口令？”，照此输入恢复码；大小写和短横线不影响。方码可用扫码枪读取。</translation>
        </message>
        <message>
            <source>2. Fold line 1 backwards, line 2 forwards: the code is inside, the address in front.</source>
            <translation>2. 沿折线 1 向后折，沿折线 2 向前折：恢复码在里面，正面朝外。</translation>
        </message>
        <message>
            <source>3. Stick the flap (line 3) onto the address side, tape both ends, and sign across its edge.</source>
            <translation>3. 把封口边（折线 3）粘到正面，两端贴胶带，再在封口处骑缝签名。</translation>
        </message>
        <message>
            <source>3. The code opens once: a new one is made at once. Print its sheet, try it, seal it, and shred this one.</source>
            <translation>3. 恢复码只能用一次，用后立即生成新码。请打印新页、试用、封好，并把本页粉碎。</translation>
        </message>
        <message>
            <source>Day:</source>
            <translation>日期：</translation>
        </message>
        <message>
            <source>How to close it</source>
            <translation>怎样封好</translation>
        </message>
        <message>
            <source>Kept in (safe, bank box):</source>
            <translation>存放处（保险柜、银行保管箱）：</translation>
        </message>
        <message>
            <source>Made on {day} by {person}</source>
            <translation>{day} 由 {person} 制作</translation>
        </message>
        <message>
            <source>Print {number}</source>
            <translation>打印号 {number}</translation>
        </message>
        <message>
            <source>Put glue on this flap and stick it onto the address side.</source>
            <translation>此面涂胶，翻到正面粘牢。</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>Recovery code · keep sealed · to be opened by the manager</source>
            <translation>恢复码 · 密封保存 · 由经理拆封</translation>
        </message>
        <message>
            <source>Sign here across the edge of the flap:</source>
            <translation>在此骑缝签名：</translation>
        </message>
        <message>
            <source>The flap ends at this line</source>
            <translation>封口边到此线为止</translation>
        </message>
        <message>
            <source>When it is needed</source>
            <translation>需要用时</translation>
        </message>
        <message>
            <source>fold backwards</source>
            <translation>向后折</translation>
        </message>
        <message>
            <source>fold forwards</source>
            <translation>向前折</translation>
        </message>
    </context>
    <context>
        <name>RegionButton</name>
        <message>
            <source>Province, city, county  ({key})</source>
            <translation>选择省、市、县区（{key}）</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>省市区</translation>
        </message>
    </context>
    <context>
        <name>RegionPicker</name>
        <message>
            <source>&amp;Take</source>
            <translation>填入(&amp;T)</translation>
        </message>
        <message>
            <source>A few letters or characters, e.g. wuhou</source>
            <translation>输入汉字、拼音或首字母，如 wuhou</translation>
        </message>
        <message>
            <source>Administrative divisions as of {day}</source>
            <translation>行政区划截至 {day} 年</translation>
        </message>
        <message>
            <source>City</source>
            <translation>市</translation>
        </message>
        <message>
            <source>County</source>
            <translation>县区</translation>
        </message>
        <message>
            <source>Province</source>
            <translation>省</translation>
        </message>
        <message>
            <source>Province, city or county</source>
            <translation>省、市或县区</translation>
        </message>
    </context>
    <context>
        <name>Register</name>
        <message>
            <source>Back at</source>
            <translation>归还时间</translation>
        </message>
        <message>
            <source>Borrower</source>
            <translation>借卡人</translation>
        </message>
        <message>
            <source>Borrower's signature</source>
            <translation>借卡人签字</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>卡号</translation>
        </message>
        <message>
            <source>Card keeper ____________</source>
            <translation>档案专管员 ____________</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Clerk's signature</source>
            <translation>经手人签字</translation>
        </message>
        <message>
            <source>Conf.</source>
            <translation>机密</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>破损</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Date ____ - __ - __</source>
            <translation>日期 ______年____月____日</translation>
        </message>
        <message>
            <source>Due at</source>
            <translation>应还时间</translation>
        </message>
        <message>
            <source>Head of the log {head} (check it: card-cabinet verify --paper {head})</source>
            <translation>日志链头 {head}（核对：card-cabinet verify --paper {head}）</translation>
        </message>
        <message>
            <source>In {name}</source>
            <translation>收 {name}</translation>
        </message>
        <message>
            <source>Int.</source>
            <translation>秘密</translation>
        </message>
        <message>
            <source>Intact</source>
            <translation>完好</translation>
        </message>
        <message>
            <source>Late (h)</source>
            <translation>逾期(时)</translation>
        </message>
        <message>
            <source>Loan register</source>
            <translation>借还登记簿</translation>
        </message>
        <message>
            <source>Loan register, kept by hand</source>
            <translation>借还登记簿（手工登记）</translation>
        </message>
        <message>
            <source>No card went out or came back on this day.</source>
            <translation>当日没有借还。</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>登记号</translation>
        </message>
        <message>
            <source>Out at</source>
            <translation>借出时间</translation>
        </message>
        <message>
            <source>Out {name}</source>
            <translation>发 {name}</translation>
        </message>
        <message>
            <source>Purpose, plan</source>
            <translation>用途/计划单号</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注/异常</translation>
        </message>
        <message>
            <source>Secr.</source>
            <translation>绝密</translation>
        </message>
        <message>
            <source>Secrecy</source>
            <translation>密级</translation>
        </message>
        <message>
            <source>The day: out {issued} · back {returned} · not back {still_out}</source>
            <translation>本日合计：借出 {issued}  还回 {returned}  未还 {still_out}</translation>
        </message>
        <message>
            <source>This page: out {issued} · back {returned} · not back {still_out}</source>
            <translation>本页合计：借出 {issued}  还回 {returned}  未还 {still_out}</translation>
        </message>
        <message>
            <source>corrected</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>entered later</source>
            <translation>补录</translation>
        </message>
        <message>
            <source>no record</source>
            <translation>缺记录</translation>
        </message>
        <message>
            <source>visit cancelled</source>
            <translation>取消拜访</translation>
        </message>
    </context>
    <context>
        <name>RegisterActions</name>
        <message>
            <source>&amp;Badges …</source>
            <translation>工牌(&amp;B) …</translation>
        </message>
        <message>
            <source>&amp;Correct …</source>
            <translation>更正(&amp;C) …</translation>
        </message>
        <message>
            <source>&amp;Destroyed</source>
            <translation>已销毁(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Empty register …</source>
            <translation>空白登记簿(&amp;E) …</translation>
        </message>
        <message>
            <source>&amp;Export …</source>
            <translation>导出(&amp;E)…</translation>
        </message>
        <message>
            <source>&amp;Lost …</source>
            <translation>遗失(&amp;L)…</translation>
        </message>
        <message>
            <source>&amp;Never left …</source>
            <translation>未发出(&amp;N)…</translation>
        </message>
        <message>
            <source>&amp;Print …</source>
            <translation>打印(&amp;P) …</translation>
        </message>
        <message>
            <source>&amp;Save as PDF …</source>
            <translation>存为 PDF(&amp;S) …</translation>
        </message>
        <message>
            <source>Came &amp;back</source>
            <translation>收回(&amp;B)</translation>
        </message>
        <message>
            <source>Chec&amp;k …</source>
            <translation>校验(&amp;K)…</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>副本登记</translation>
        </message>
        <message>
            <source>Empty visit &amp;records …</source>
            <translation>空白拜访记录(&amp;R) …</translation>
        </message>
        <message>
            <source>Loans</source>
            <translation>借还</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>Pre&amp;view</source>
            <translation>预览(&amp;V)</translation>
        </message>
        <message>
            <source>Re&amp;fresh</source>
            <translation>刷新(&amp;F)</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>日报</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>拜访</translation>
        </message>
    </context>
    <context>
        <name>RegisterPage</name>
        <message>
            <source>&amp;Correct</source>
            <translation>更正(&amp;C)</translation>
        </message>
        <message>
            <source>Empty sheets, badges</source>
            <translation>空白表与工牌</translation>
        </message>
        <message>
            <source>Line {number} is corrected.</source>
            <translation>第 {number} 号已更正。</translation>
        </message>
        <message>
            <source>Line {number}, {card_no} with {rep}: what went wrong? The line stays in the register, struck through, and counts nowhere; the supervisor is told.</source>
            <translation>第 {number} 号，{card_no}，借卡人{rep}：错在哪里？原行保留在登记簿中并划线，不再计数，并告知主管。</translation>
        </message>
        <message>
            <source>Loan register</source>
            <translation>借还登记簿</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>Register of copies</source>
            <translation>副本登记</translation>
        </message>
        <message>
            <source>Report of the day</source>
            <translation>卡片借还日报</translation>
        </message>
        <message>
            <source>Visit records</source>
            <translation>拜访记录</translation>
        </message>
    </context>
    <context>
        <name>Registers</name>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>Back at</source>
            <translation>归还</translation>
        </message>
        <message>
            <source>Borrower</source>
            <translation>借卡人</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>卡号</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>破损</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Due at</source>
            <translation>应还</translation>
        </message>
        <message>
            <source>Handed out</source>
            <translation>领出</translation>
        </message>
        <message>
            <source>Handled by</source>
            <translation>经手人</translation>
        </message>
        <message>
            <source>Intact</source>
            <translation>完好</translation>
        </message>
        <message>
            <source>Late (h)</source>
            <translation>逾期(时)</translation>
        </message>
        <message>
            <source>Marks</source>
            <translation>标记</translation>
        </message>
        <message>
            <source>Next visit</source>
            <translation>下次拜访</translation>
        </message>
        <message>
            <source>No record</source>
            <translation>缺记录</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>登记号</translation>
        </message>
        <message>
            <source>Out at</source>
            <translation>借出</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>Purpose, plan</source>
            <translation>用途/计划单号</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录号</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Rep</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>还回</translation>
        </message>
        <message>
            <source>Secrecy</source>
            <translation>密级</translation>
        </message>
        <message>
            <source>Still out</source>
            <translation>未还</translation>
        </message>
        <message>
            <source>card read before</source>
            <translation>访前已阅卡</translation>
        </message>
        <message>
            <source>corrected</source>
            <translation>已更正</translation>
        </message>
        <message>
            <source>entered later</source>
            <translation>补录</translation>
        </message>
        <message>
            <source>no record</source>
            <translation>缺记录</translation>
        </message>
        <message>
            <source>out {issued} · in {taken_back}</source>
            <translation>发 {issued} · 收 {taken_back}</translation>
        </message>
        <message>
            <source>visit cancelled</source>
            <translation>拜访取消</translation>
        </message>
        <message>
            <source>without card</source>
            <translation>无卡拜访</translation>
        </message>
    </context>
    <context>
        <name>RejectedRows</name>
        <message>
            <source>Duplicates</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>栏目</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Row in the file</source>
            <translation>原文件行号</translation>
        </message>
    </context>
    <context>
        <name>Reminded</name>
        <message>
            <source>&amp;Confirm</source>
            <translation>确认(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Recall it</source>
            <translation>催还(&amp;R)</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>稍后</translation>
        </message>
        <message>
            <source>Lift the block</source>
            <translation>解除封锁</translation>
        </message>
        <message>
            <source>Reminder</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>Why may {rep} have cards today all the same? It is counted.</source>
            <translation>为什么今天仍允许{rep}领卡？（计入次数）</translation>
        </message>
    </context>
    <context>
        <name>Reminder</name>
        <message>
            <source>Approvals that wait for your decision: {count}, for up to {days} working days.</source>
            <translation>待您批示的审批：{count} 件，最久已等 {days} 个工作日。</translation>
        </message>
        <message>
            <source>Copy {copy_no} of {card_no} {name} is not back from {receiver}: due {on}.</source>
            <translation>副本 {copy_no}（{card_no} {name}）应于 {on} 归还，{receiver} 尚未交回。</translation>
        </message>
        <message>
            <source>Corrected: {card_no} {name} with {rep}, line {loan_no}, by {by} at {at}: {reason}.</source>
            <translation>更正：{card_no} {name}（{rep}），登记号 {loan_no}，{by} {at}：{reason}。</translation>
        </message>
        <message>
            <source>Export {copy_no} ({count} cards) is not back from {receiver}: due {on}.</source>
            <translation>导出 {copy_no}（{count} 张卡）应于 {on} 收回，{receiver} 尚未交回。</translation>
        </message>
        <message>
            <source>Proposed changes that wait for your decision: {count}.</source>
            <translation>有 {count} 份修订建议待审。</translation>
        </message>
        <message>
            <source>The calendar of public holidays ends on {on}: until it is brought up to date, weekdays count as working days.</source>
            <translation>节假日数据只到 {on}：更新之前，周一至周五按工作日计算。</translation>
        </message>
        <message>
            <source>The last good backup is of {made_at}, older than a working day. Make one now.</source>
            <translation>最近一份完好的备份是 {made_at} 的，已超过一个工作日。请现在备份。</translation>
        </message>
        <message>
            <source>The second folder has had no backup since {on}: {folder}. Look there.</source>
            <translation>第二备份文件夹自 {on} 起收不到备份：{folder}。请去看看。</translation>
        </message>
        <message>
            <source>There is no backup yet. Make one in the settings, Backups.</source>
            <translation>还没有备份。请到“设置”的“备份”页做一份。</translation>
        </message>
        <message>
            <source>{approval_no} is granted: it may be used once, until {on}.</source>
            <translation>{approval_no} 已批准：可使用一次，{on} 前有效。</translation>
        </message>
        <message>
            <source>{approval_no} is refused ({remark}).</source>
            <translation>{approval_no} 未批准（{remark}）。</translation>
        </message>
        <message>
            <source>{approval_no}: you asked {days} working days ago and have no decision yet.</source>
            <translation>{approval_no}：请示已 {days} 个工作日，尚未批示。</translation>
        </message>
        <message>
            <source>{card_no} {name}: overdue with {rep} for {days} working days. Report it lost if it cannot be found.</source>
            <translation>{card_no} {name}：{rep}逾期已 {days} 个工作日，找不到请报失。</translation>
        </message>
        <message>
            <source>{card_no} {name}: overdue with {rep} for {hours} h, due {due}.</source>
            <translation>{card_no} {name}：{rep}逾期 {hours} 小时未还，应还 {due}。</translation>
        </message>
        <message>
            <source>{card_no} {name}: promise due today ({rep}).</source>
            <translation>{card_no} {name}：承诺今天到期（{rep}）。</translation>
        </message>
        <message>
            <source>{card_no} {name}: promise of {on} is late ({rep}).</source>
            <translation>{card_no} {name}：{on} 到期的承诺尚未兑现（{rep}）。</translation>
        </message>
        <message>
            <source>{card_no} {name}: your proposal {proposal_no} was asked back. Answer it.</source>
            <translation>{card_no} {name}：您的修订建议 {proposal_no} 被退问，请答复。</translation>
        </message>
        <message>
            <source>{card_no} {name}: {rep} has no visit record of {on} yet.</source>
            <translation>{card_no} {name}：{rep}缺 {on} 的拜访记录。</translation>
        </message>
        <message>
            <source>{copy_no} for {receiver} was begun and never finished. Say in the register of copies whether it left.</source>
            <translation>{copy_no}（给 {receiver}）未办完。请在副本登记中注明是否已发出。</translation>
        </message>
        <message>
            <source>{name}: met by {rep} on {on}, and there is no card of this customer yet.</source>
            <translation>{name}：{rep} {on} 拜访过，至今没有建卡。</translation>
        </message>
        <message>
            <source>{plan_no} of {rep}: approved on paper, {approver} has yet to confirm it.</source>
            <translation>{rep}的 {plan_no}：书面批准，待{approver}确认。</translation>
        </message>
        <message>
            <source>{plan_no} of {rep}: today's plan is not approved yet.</source>
            <translation>{rep}的 {plan_no}：今天的计划还没有批准。</translation>
        </message>
        <message>
            <source>{rep} gets no cards: {overdue} overdue, {missing} without record.</source>
            <translation>{rep}已封锁，不能领卡：逾期 {overdue} 张，缺记录 {missing} 张。</translation>
        </message>
        <message>
            <source>{rep}: block lifted for today ({overdue} overdue, {missing} without record).</source>
            <translation>{rep}：今日已解除封锁（逾期 {overdue} 张，缺记录 {missing} 张）。</translation>
        </message>
        <message>
            <source>{rep}: {count} visits without card this week. Plan them better.</source>
            <translation>{rep}：本周无卡拜访 {count} 次，请改进计划。</translation>
        </message>
    </context>
    <context>
        <name>ReminderList</name>
        <message>
            <source>Nothing to remember.</source>
            <translation>没有提醒。</translation>
        </message>
        <message>
            <source>Reminders of today</source>
            <translation>今日提醒</translation>
        </message>
        <message>
            <source>Reminders of today · {count}</source>
            <translation>今日提醒 · {count}</translation>
        </message>
    </context>
    <context>
        <name>RepList</name>
        <message>
            <source>Reps of the day</source>
            <translation>今日业务员</translation>
        </message>
    </context>
    <context>
        <name>RepPlanList</name>
        <message>
            <source>Approved {done} of {count}</source>
            <translation>已批准 {done} / {count}</translation>
        </message>
        <message>
            <source>Reps</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Reps and their plans</source>
            <translation>业务员与计划</translation>
        </message>
    </context>
    <context>
        <name>RepWords</name>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>%n 户</numerusform>
            </translation>
        </message>
        <message>
            <source>Block lifted today</source>
            <translation>今日解除封锁</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translation>封锁</translation>
        </message>
        <message>
            <source>Home {count} ✓</source>
            <translation>已还 {count} ✓</translation>
        </message>
        <message>
            <source>No cards</source>
            <translation>无卡</translation>
        </message>
        <message>
            <source>No plan</source>
            <translation>无计划</translation>
        </message>
        <message>
            <source>No record {count}</source>
            <translation>缺记录 {count}</translation>
        </message>
        <message>
            <source>Not approved</source>
            <translation>未批准</translation>
        </message>
        <message>
            <source>Out {count}</source>
            <translation>已领 {count}</translation>
        </message>
        <message>
            <source>Overdue {count}</source>
            <translation>逾期 {count}</translation>
        </message>
        <message>
            <source>Waiting {count}</source>
            <translation>待领 {count}</translation>
        </message>
        <message>
            <source>leaves {time}</source>
            <translation>{time} 出发</translation>
        </message>
    </context>
    <context>
        <name>ReportTab</name>
        <message>
            <source>Cards that are not home, or without record</source>
            <translation>未还或缺记录的卡片</translation>
        </message>
        <message>
            <source>Every card is home with its record.</source>
            <translation>卡片全部归还，记录齐全。</translation>
        </message>
        <message>
            <source>In the cabinet {count}</source>
            <translation>在柜 {count}</translation>
        </message>
        <message>
            <source>Lost {count}</source>
            <translation>遗失 {count}</translation>
        </message>
        <message>
            <source>Not home, or without record: {count}</source>
            <translation>未还或缺记录：{count}</translation>
        </message>
        <message>
            <source>Out {count}</source>
            <translation>借出 {count}</translation>
        </message>
        <message>
            <source>Overdue {count}</source>
            <translation>逾期 {count}</translation>
        </message>
        <message>
            <source>Sealed {count}</source>
            <translation>封存 {count}</translation>
        </message>
        <message>
            <source>The day of each rep</source>
            <translation>各业务员当日</translation>
        </message>
        <message>
            <source>closed by {name} {at}</source>
            <translation>锁柜 {name} {at}</translation>
        </message>
        <message>
            <source>not closed yet</source>
            <translation>尚未锁柜</translation>
        </message>
        <message>
            <source>not opened</source>
            <translation>未开柜</translation>
        </message>
        <message>
            <source>opened by {name} {at}</source>
            <translation>开柜 {name} {at}</translation>
        </message>
    </context>
    <context>
        <name>RestoreForm</name>
        <message>
            <source>&amp;Backup</source>
            <translation>备份(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Choose …</source>
            <translation>选择(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;Look inside</source>
            <translation>看看里面(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Manager</source>
            <translation>经理(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Opened with</source>
            <translation>打开方式(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Password of that time</source>
            <translation>当时的口令(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Restore</source>
            <translation>恢复(&amp;R)</translation>
        </message>
        <message>
            <source>B&amp;ack</source>
            <translation>返回(&amp;A)</translation>
        </message>
        <message>
            <source>Backups (*.ccb)</source>
            <translation>备份 (*.ccb)</translation>
        </message>
        <message>
            <source>El&amp;sewhere …</source>
            <translation>别处(&amp;S)…</translation>
        </message>
        <message>
            <source>New &amp;folder</source>
            <translation>新文件夹(&amp;F)</translation>
        </message>
        <message>
            <source>Recovery cod&amp;e</source>
            <translation>恢复码(&amp;E)</translation>
        </message>
        <message>
            <source>Where the cabinet shall stand</source>
            <translation>卡柜放在哪里</translation>
        </message>
        <message>
            <source>Which backup?</source>
            <translation>选择备份</translation>
        </message>
        <message>
            <source>the manager's password</source>
            <translation>经理的口令</translation>
        </message>
        <message>
            <source>the recovery code</source>
            <translation>恢复码</translation>
        </message>
    </context>
    <context>
        <name>RestorePage</name>
        <message>
            <source>A new cabinet is made; the one you have is left as it is</source>
            <translation>恢复成一个新卡柜；现有的卡柜原样不动</translation>
        </message>
        <message>
            <source>Looking into the backup</source>
            <translation>正在查看备份</translation>
        </message>
        <message>
            <source>Restore from a backup</source>
            <translation>从备份恢复</translation>
        </message>
        <message>
            <source>Restored</source>
            <translation>已恢复</translation>
        </message>
        <message>
            <source>Restoring the backup</source>
            <translation>正在恢复备份</translation>
        </message>
    </context>
    <context>
        <name>Result</name>
        <message>
            <source>About</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Accepted by</source>
            <translation>审定人</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Added by</source>
            <translation>加入人</translation>
        </message>
        <message>
            <source>Added on</source>
            <translation>加入时间</translation>
        </message>
        <message>
            <source>Approval</source>
            <translation>审批单号</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已批准</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Asked by</source>
            <translation>请示人</translation>
        </message>
        <message>
            <source>Asked by me</source>
            <translation>本人请示</translation>
        </message>
        <message>
            <source>Asked on</source>
            <translation>请示时间</translation>
        </message>
        <message>
            <source>Attachment</source>
            <translation>附件号</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Backups encrypted anew</source>
            <translation>已重新加密的备份</translation>
        </message>
        <message>
            <source>Backups not encrypted anew</source>
            <translation>未重新加密的备份</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>Bare baseline</source>
            <translation>裸基线</translation>
        </message>
        <message>
            <source>Beside them</source>
            <translation>另附</translation>
        </message>
        <message>
            <source>Borrower</source>
            <translation>借卡人</translation>
        </message>
        <message>
            <source>Bound</source>
            <translation>限值</translation>
        </message>
        <message>
            <source>By</source>
            <translation>修订人</translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>字节</translation>
        </message>
        <message>
            <source>Cabinet</source>
            <translation>卡柜</translation>
        </message>
        <message>
            <source>Card no.</source>
            <translation>卡号</translation>
        </message>
        <message>
            <source>Cards</source>
            <translation>卡片</translation>
        </message>
        <message>
            <source>Cards not home</source>
            <translation>未还的卡</translation>
        </message>
        <message>
            <source>Cards out at that time</source>
            <translation>当时在外的卡片</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>修订时间</translation>
        </message>
        <message>
            <source>Checksum (SHA-256)</source>
            <translation>校验值 (SHA-256)</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>锁柜</translation>
        </message>
        <message>
            <source>Closed by</source>
            <translation>锁柜人</translation>
        </message>
        <message>
            <source>Complete (%)</source>
            <translation>完整度(%)</translation>
        </message>
        <message>
            <source>Condition</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>副本号</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>副本号</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>计数</translation>
        </message>
        <message>
            <source>Customers to be handed over</source>
            <translation>待移交客户</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>批示人</translation>
        </message>
        <message>
            <source>Decided on</source>
            <translation>批示时间</translation>
        </message>
        <message>
            <source>Decides</source>
            <translation>由谁批示</translation>
        </message>
        <message>
            <source>Deputy keeper</source>
            <translation>代管人</translation>
        </message>
        <message>
            <source>District</source>
            <translation>片区</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>用途/计划单号</translation>
        </message>
        <message>
            <source>Draft no.</source>
            <translation>待审号</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>待审卡</translation>
        </message>
        <message>
            <source>Drawer</source>
            <translation>抽屉</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>应还时间</translation>
        </message>
        <message>
            <source>Duplicates</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>Estimated at a log-in</source>
            <translation>登录时估算</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>Export no.</source>
            <translation>导出号</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Fault</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Faults</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>实测</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>First password</source>
            <translation>初始口令</translation>
        </message>
        <message>
            <source>First passwords, to be handed over once</source>
            <translation>初始口令，当面交付一次</translation>
        </message>
        <message>
            <source>Follow at their next log-in</source>
            <translation>下次登录时调整</translation>
        </message>
        <message>
            <source>For which day</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Generation of the keys</source>
            <translation>钥匙代数</translation>
        </message>
        <message>
            <source>Groups of facts</source>
            <translation>资料组</translation>
        </message>
        <message>
            <source>Handed in</source>
            <translation>已提交</translation>
        </message>
        <message>
            <source>Handed in by</source>
            <translation>提交人</translation>
        </message>
        <message>
            <source>Handed out</source>
            <translation>借出时间</translation>
        </message>
        <message>
            <source>Handed out, in all</source>
            <translation>借出合计</translation>
        </message>
        <message>
            <source>Head of the log</source>
            <translation>日志链头</translation>
        </message>
        <message>
            <source>Held by</source>
            <translation>持卡人</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>已还</translation>
        </message>
        <message>
            <source>Hours late</source>
            <translation>逾期（时）</translation>
        </message>
        <message>
            <source>Import no.</source>
            <translation>导入批次</translation>
        </message>
        <message>
            <source>In the cabinet</source>
            <translation>在柜</translation>
        </message>
        <message>
            <source>Issued by</source>
            <translation>经手人</translation>
        </message>
        <message>
            <source>Its recovery code opens it</source>
            <translation>恢复码可打开</translation>
        </message>
        <message>
            <source>Jobs wanting a processor</source>
            <translation>等待处理器的任务数</translation>
        </message>
        <message>
            <source>Keeper</source>
            <translation>档案专管员</translation>
        </message>
        <message>
            <source>Keeps the cabinet</source>
            <translation>管柜</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>达标</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>钥匙数</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Last change</source>
            <translation>最后一次变动</translation>
        </message>
        <message>
            <source>Last checked</source>
            <translation>上次检查</translation>
        </message>
        <message>
            <source>Last handed out</source>
            <translation>最近发卡</translation>
        </message>
        <message>
            <source>Last tried</source>
            <translation>最近试用</translation>
        </message>
        <message>
            <source>Last visit</source>
            <translation>上次拜访</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>未测</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>Lines of the log</source>
            <translation>日志行数</translation>
        </message>
        <message>
            <source>Loan no.</source>
            <translation>登记号</translation>
        </message>
        <message>
            <source>Loans</source>
            <translation>借还</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>遗失</translation>
        </message>
        <message>
            <source>Machine</source>
            <translation>机器</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>制作时间</translation>
        </message>
        <message>
            <source>Managers who open it</source>
            <translation>能打开它的经理</translation>
        </message>
        <message>
            <source>Meaning</source>
            <translation>含义</translation>
        </message>
        <message>
            <source>Measured</source>
            <translation>测量时间</translation>
        </message>
        <message>
            <source>Memory (MiB)</source>
            <translation>内存（MiB）</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>并卡号</translation>
        </message>
        <message>
            <source>Must</source>
            <translation>必访</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Need a new first password</source>
            <translation>需要新初始口令</translation>
        </message>
        <message>
            <source>New districts</source>
            <translation>新片区</translation>
        </message>
        <message>
            <source>New value</source>
            <translation>新值</translation>
        </message>
        <message>
            <source>Next visit</source>
            <translation>下次拜访</translation>
        </message>
        <message>
            <source>Not returned</source>
            <translation>未还</translation>
        </message>
        <message>
            <source>Not visited</source>
            <translation>未访原因</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>号</translation>
        </message>
        <message>
            <source>Number on it</source>
            <translation>证件编号</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Of</source>
            <translation>上限指</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>办事处</translation>
        </message>
        <message>
            <source>Old value</source>
            <translation>旧值</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>已开柜</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>开柜时间</translation>
        </message>
        <message>
            <source>Opened and checked</source>
            <translation>已打开检查</translation>
        </message>
        <message>
            <source>Opened by</source>
            <translation>开柜人</translation>
        </message>
        <message>
            <source>Out</source>
            <translation>借出</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>目的达成</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>PCs</source>
            <translation>电脑</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页数</translation>
        </message>
        <message>
            <source>Passes</source>
            <translation>遍数</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>口令</translation>
        </message>
        <message>
            <source>Password to be changed</source>
            <translation>须改口令</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>档案位</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>Plan date</source>
            <translation>计划日期</translation>
        </message>
        <message>
            <source>Plan no.</source>
            <translation>计划单号</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>计划户数</translation>
        </message>
        <message>
            <source>Plans</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>Please look at</source>
            <translation>请留意</translation>
        </message>
        <message>
            <source>Print no.</source>
            <translation>打印编号</translation>
        </message>
        <message>
            <source>Processors</source>
            <translation>处理器数</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>要求</translation>
        </message>
        <message>
            <source>Promised by</source>
            <translation>承诺方</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>约定</translation>
        </message>
        <message>
            <source>Proposal</source>
            <translation>建议号</translation>
        </message>
        <message>
            <source>Proposals</source>
            <translation>修订建议</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>目的</translation>
        </message>
        <message>
            <source>Python</source>
            <translation>Python</translation>
        </message>
        <message>
            <source>Ratio</source>
            <translation>倍数</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>领用人</translation>
        </message>
        <message>
            <source>Record missing</source>
            <translation>缺记录</translation>
        </message>
        <message>
            <source>Record no.</source>
            <translation>记录号</translation>
        </message>
        <message>
            <source>Record there</source>
            <translation>已有记录</translation>
        </message>
        <message>
            <source>Recovery code, shown only now: copy it on paper</source>
            <translation>恢复码，仅此一次显示，请抄在纸上</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>未发</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Rejected rows are in</source>
            <translation>退回的行在</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Rep</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Reps</source>
            <translation>业务员人数</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>归还</translation>
        </message>
        <message>
            <source>Returned, in all</source>
            <translation>还回合计</translation>
        </message>
        <message>
            <source>Revisions</source>
            <translation>修订</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Sealed</source>
            <translation>封存</translation>
        </message>
        <message>
            <source>Seconds</source>
            <translation>秒</translation>
        </message>
        <message>
            <source>Secrecy</source>
            <translation>密级</translation>
        </message>
        <message>
            <source>Seq.</source>
            <translation>序</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>了结</translation>
        </message>
        <message>
            <source>Settled by</source>
            <translation>了结人</translation>
        </message>
        <message>
            <source>Somebody else's</source>
            <translation>他人客户</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Staff no.</source>
            <translation>工号</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Still empty</source>
            <translation>必填未填</translation>
        </message>
        <message>
            <source>Still open</source>
            <translation>待审项数</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>主管</translation>
        </message>
        <message>
            <source>System</source>
            <translation>系统</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>数据版本</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>小组</translation>
        </message>
        <message>
            <source>The recovery code opens it</source>
            <translation>恢复码可用</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>To be approved</source>
            <translation>请示何事</translation>
        </message>
        <message>
            <source>To be destroyed</source>
            <translation>阅后销毁</translation>
        </message>
        <message>
            <source>To go</source>
            <translation>待领</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>Used on</source>
            <translation>使用时间</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Visit records</source>
            <translation>拜访记录</translation>
        </message>
        <message>
            <source>Visited on</source>
            <translation>拜访日期</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>拜访</translation>
        </message>
        <message>
            <source>Void now</source>
            <translation>已作废</translation>
        </message>
        <message>
            <source>Weekdays</source>
            <translation>星期</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>What was learnt</source>
            <translation>了解到</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Why refused</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Without a place:</source>
            <translation>未排入：</translation>
        </message>
        <message>
            <source>Working days waited</source>
            <translation>已等工作日</translation>
        </message>
        <message>
            <source>Works</source>
            <translation>上班</translation>
        </message>
        <message>
            <source>Worst bucket</source>
            <translation>最长账龄</translation>
        </message>
        <message>
            <source>Yours to decide</source>
            <translation>归您审定</translation>
        </message>
        <message>
            <source>approved</source>
            <translation>已批准</translation>
        </message>
        <message>
            <source>at least</source>
            <translation>不低于</translation>
        </message>
        <message>
            <source>at most</source>
            <translation>不超过</translation>
        </message>
        <message>
            <source>at work</source>
            <translation>在职</translation>
        </message>
        <message>
            <source>before a restore</source>
            <translation>恢复前</translation>
        </message>
        <message>
            <source>before an upgrade</source>
            <translation>升级前</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>手工</translation>
        </message>
        <message>
            <source>came back</source>
            <translation>已收回</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>daily</source>
            <translation>每日</translation>
        </message>
        <message>
            <source>damaged cards</source>
            <translation>破损待补</translation>
        </message>
        <message>
            <source>deputy</source>
            <translation>代管人</translation>
        </message>
        <message>
            <source>destroyed</source>
            <translation>已销毁</translation>
        </message>
        <message>
            <source>district</source>
            <translation>片区</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>待批准</translation>
        </message>
        <message>
            <source>has left</source>
            <translation>已离职</translation>
        </message>
        <message>
            <source>interrupted customers</source>
            <translation>中断客户</translation>
        </message>
        <message>
            <source>keeper</source>
            <translation>专管员</translation>
        </message>
        <message>
            <source>key accounts</source>
            <translation>大客户</translation>
        </message>
        <message>
            <source>leaving</source>
            <translation>离职办理中</translation>
        </message>
        <message>
            <source>lost</source>
            <translation>遗失</translation>
        </message>
        <message>
            <source>never left</source>
            <translation>未发出</translation>
        </message>
        <message>
            <source>new cards</source>
            <translation>待审</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>not finished</source>
            <translation>未办完</translation>
        </message>
        <message>
            <source>not visited</source>
            <translation>未访</translation>
        </message>
        <message>
            <source>of a newer version: update the program first</source>
            <translation>更新的版本：请先更新程序</translation>
        </message>
        <message>
            <source>of an older version, brought up to date by a restore</source>
            <translation>旧版本，恢复时自动升级</translation>
        </message>
        <message>
            <source>of this version</source>
            <translation>与本程序相同</translation>
        </message>
        <message>
            <source>on leave</source>
            <translation>请假</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>planned</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>prospects</source>
            <translation>潜在/未来客户</translation>
        </message>
        <message>
            <source>rescheduled</source>
            <translation>改期</translation>
        </message>
        <message>
            <source>visited</source>
            <translation>已访</translation>
        </message>
        <message>
            <source>void cards</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>with receiver</source>
            <translation>在领用人处</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>{visits} visits, {stay} + {travel} of {capacity} minutes, leaves {leaves}, back {back}</source>
            <translation>{visits} 户，停留 {stay} ＋ 路程 {travel} / {capacity} 分，{leaves} 出发，{back} 返回</translation>
        </message>
    </context>
    <context>
        <name>ResultPage</name>
        <message>
            <source>&amp;Show the folder</source>
            <translation>打开所在文件夹(&amp;S)</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Import {run}. There already: {duplicate}. Rejected: {rejected}.</source>
            <translation>导入批次 {run}。已有卡：{duplicate}。退回：{rejected}。</translation>
        </message>
        <message>
            <source>New districts: {names}</source>
            <translation>新设片区：{names}</translation>
        </message>
        <message>
            <source>Nothing was taken over: all these customers have cards already.</source>
            <translation>没有新增：这些客户都已有卡。</translation>
        </message>
        <message>
            <source>Taken over: {added}</source>
            <translation>已入柜：{added} 张卡</translation>
        </message>
        <message>
            <source>The rows that were not taken stand in {file}, each with its reason. Correct them there and import that file.</source>
            <translation>不导入的行已写到 {file}，每行注明原因。请在其中改正后再导入该文件。</translation>
        </message>
        <message>
            <source>{name} ({team}, drawer {drawer})</source>
            <translation>{name}（{team}，{drawer}号屉）</translation>
        </message>
    </context>
    <context>
        <name>ReviewWork</name>
        <message>
            <source>Filed as {card_no}, place {place}.</source>
            <translation>已归档，卡号 {card_no}，档案位 {place}。</translation>
        </message>
        <message>
            <source>Filed as {card_no}.</source>
            <translation>已归档，卡号 {card_no}。</translation>
        </message>
        <message>
            <source>Passed.</source>
            <translation>已通过，待专管员编号归档。</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>不予建卡</translation>
        </message>
        <message>
            <source>Rejected.</source>
            <translation>已不予建卡。</translation>
        </message>
        <message>
            <source>Send back</source>
            <translation>退回补填</translation>
        </message>
        <message>
            <source>Sent back.</source>
            <translation>已退回补填。</translation>
        </message>
        <message>
            <source>What is missing or wrong? The rep reads this on the card.</source>
            <translation>缺什么、错什么？业务员会在卡上看到这段意见。</translation>
        </message>
        <message>
            <source>Why is there to be no card? It stays in drawer 99 with this reason.</source>
            <translation>为何不予建卡？草稿连同理由留在 99 号抽屉。</translation>
        </message>
    </context>
    <context>
        <name>Role</name>
        <message>
            <source>Clerk</source>
            <translation>档案专管员</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>经理</translation>
        </message>
        <message>
            <source>Sales rep</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>主管</translation>
        </message>
    </context>
    <context>
        <name>RowTables</name>
        <message>
            <source>&amp;Add a row</source>
            <translation>加一行(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Take the row out</source>
            <translation>删除此行(&amp;T)</translation>
        </message>
        <message>
            <source>Rows of the table</source>
            <translation>表中各行</translation>
        </message>
        <message>
            <source>Tables of the card</source>
            <translation>卡上的表</translation>
        </message>
    </context>
    <context>
        <name>SameButton</name>
        <message>
            <source>Same as {label}</source>
            <translation>同{label}</translation>
        </message>
    </context>
    <context>
        <name>SampleMaker</name>
        <message>
            <source>Making the sample office</source>
            <translation>正在制作示例办公室</translation>
        </message>
    </context>
    <context>
        <name>ScanBar</name>
        <message>
            <source>Handing out</source>
            <translation>发卡</translation>
        </message>
        <message>
            <source>Scan a badge or card, or type a name, initials or number</source>
            <translation>扫工牌或卡片，或输入姓名、首字母、卡号</translation>
        </message>
        <message>
            <source>Scan or type</source>
            <translation>扫描或输入</translation>
        </message>
        <message>
            <source>Taking home</source>
            <translation>还卡</translation>
        </message>
        <message>
            <source>What a scanned card is to do ({key})</source>
            <translation>扫到卡片时的操作（{key}）</translation>
        </message>
    </context>
    <context>
        <name>Scans</name>
        <message>
            <source>{card} {name} is not out</source>
            <translation>{card} {name} 未借出</translation>
        </message>
        <message>
            <source>{card}: this is an old print, to be cut up</source>
            <translation>{card}：这是旧印次的卡，应剪毁</translation>
        </message>
        <message>
            <source>{code} is no badge, card or plan of this office</source>
            <translation>{code} 不是本单位的工牌、卡片或计划</translation>
        </message>
        <message>
            <source>{code} was scanned twice; the second is ignored</source>
            <translation>{code} 重复扫描，第二次不计</translation>
        </message>
    </context>
    <context>
        <name>SecondFolder</name>
        <message>
            <source>A backup of another cabinet lies there under the same name. Choose a folder for this cabinet alone.</source>
            <translation>那里有另一个卡柜的同名备份。请为本卡柜单独选一个文件夹。</translation>
        </message>
        <message>
            <source>It does not answer, or the connection broke off.</source>
            <translation>没有响应，或连接中断。</translation>
        </message>
        <message>
            <source>It is full. Make room there, or choose another folder.</source>
            <translation>空间已满。请腾出空间，或另选文件夹。</translation>
        </message>
        <message>
            <source>It is not there. Is the stick plugged in, the disk or network reached?</source>
            <translation>找不到这个文件夹。U 盘插好了吗？磁盘或网络连上了吗？</translation>
        </message>
        <message>
            <source>It is write-protected, or you may not write there.</source>
            <translation>那里是只读的，或者没有写入权限。</translation>
        </message>
        <message>
            <source>It lies in the cabinet's own folder. Choose another one.</source>
            <translation>它就在卡柜自己的文件夹里，请另选一个。</translation>
        </message>
        <message>
            <source>What was written there could not be read back as it was. Use another stick or disk.</source>
            <translation>写进去的内容读回来不一致。请换一个 U 盘或磁盘。</translation>
        </message>
    </context>
    <context>
        <name>SecondPersonDialog</name>
        <message>
            <source>&amp;Open together</source>
            <translation>共同打开(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>口令(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Second person</source>
            <translation>第二人(&amp;S)</translation>
        </message>
        <message>
            <source>Secret cards are opened by two persons together. The second one enters his own password here; the log names both.</source>
            <translation>绝密卡须两人同时在场才能打开。请第二人在此输入自己的口令；两人都记入日志。</translation>
        </message>
        <message>
            <source>Two persons</source>
            <translation>双人开柜</translation>
        </message>
    </context>
    <context>
        <name>SecurityTab</name>
        <message numerus="yes">
            <source>%n key(s)</source>
            <translation>
                <numerusform>钥匙 %n 把</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n password(s) follow at the next log-in.</source>
            <translation>
                <numerusform>还有 %n 个口令将在下次登录时调整。</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Measure on this PC</source>
            <translation>在本机测量(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;New code …</source>
            <translation>换新码(&amp;N)…</translation>
        </message>
        <message>
            <source>A log-in takes (s)</source>
            <translation>登录用时（秒）</translation>
        </message>
        <message>
            <source>A password costs {ops} passes over {mem} MiB.</source>
            <translation>每个口令须在 {mem} MiB 内存中算 {ops} 遍。</translation>
        </message>
        <message>
            <source>A second person enters his own password before a secret card is read, printed or copied; one of the two is a manager. It lasts as long as a reading pass.</source>
            <translation>阅读、打印或复制绝密卡之前，须由第二人输入自己的口令；两人中必有一名经理。有效时间与一次阅览相同。</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>钥匙</translation>
        </message>
        <message>
            <source>Made on {day}</source>
            <translation>{day} 生成</translation>
        </message>
        <message>
            <source>Managers' drawer</source>
            <translation>绝密抽屉</translation>
        </message>
        <message>
            <source>Measured</source>
            <translation>测量日期</translation>
        </message>
        <message>
            <source>Memory (MiB)</source>
            <translation>内存（MiB）</translation>
        </message>
        <message>
            <source>PC</source>
            <translation>电脑</translation>
        </message>
        <message>
            <source>PCs of the office</source>
            <translation>办事处的电脑</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>Secret cards are opened by &amp;two persons together</source>
            <translation>绝密卡须两人同时打开(&amp;T)</translation>
        </message>
        <message>
            <source>Strength of passwords</source>
            <translation>口令强度</translation>
        </message>
        <message>
            <source>The code on the sealed sheet lets a manager in who has lost his password. Try it once a year, and make a new one whenever the envelope was opened.</source>
            <translation>经理忘记口令时，凭密封页上的恢复码进入。每年试用一次；信封一旦拆过，就换新码。</translation>
        </message>
        <message>
            <source>Tr&amp;y the code …</source>
            <translation>试用恢复码(&amp;Y)…</translation>
        </message>
        <message>
            <source>What a guess costs somebody who has stolen the cabinet's folder. It is as much as the weakest PC of the office bears: measure on each of them once. ≈ was only estimated, at a log-in.</source>
            <translation>有人偷走卡柜文件夹后，每猜一次口令要付出的代价。以办事处最弱的电脑能承受为准：请在每台电脑上测量一次。≈ 为登录时的估算。</translation>
        </message>
        <message>
            <source>not tried yet: nobody knows whether its paper opens</source>
            <translation>尚未试用：不知道那张纸能否打开卡柜</translation>
        </message>
        <message>
            <source>tried on {day}</source>
            <translation>{day} 试用过</translation>
        </message>
        <message>
            <source>{keys} · generation {number}</source>
            <translation>{keys} · 第 {number} 代</translation>
        </message>
    </context>
    <context>
        <name>SettingField</name>
        <message>
            <source>Browse …</source>
            <translation>浏览…</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>A granted approval is valid for (days)</source>
            <translation>批准后的有效期（天）</translation>
        </message>
        <message>
            <source>A reading pass lasts (minutes)</source>
            <translation>一次阅览的时间（分钟）</translation>
        </message>
        <message>
            <source>Cabinet closes</source>
            <translation>锁柜时间</translation>
        </message>
        <message>
            <source>Cabinet opens</source>
            <translation>开柜时间</translation>
        </message>
        <message>
            <source>Cards a rep may look at a day, at most</source>
            <translation>业务员每天最多查看卡片（张）</translation>
        </message>
        <message>
            <source>Cards are due back</source>
            <translation>应还时间</translation>
        </message>
        <message>
            <source>Cards in a drawer, at most</source>
            <translation>每个抽屉最多卡数</translation>
        </message>
        <message>
            <source>Cards one rep may hold</source>
            <translation>每人持卡上限（张）</translation>
        </message>
        <message>
            <source>Days until an interrupted customer is asked again</source>
            <translation>中断客户回访间隔（天）</translation>
        </message>
        <message>
            <source>Lunch from</source>
            <translation>午休开始</translation>
        </message>
        <message>
            <source>Lunch until</source>
            <translation>午休结束</translation>
        </message>
        <message>
            <source>Of these at the desk, morning and evening</source>
            <translation>其中早晚案头时间（分）</translation>
        </message>
        <message>
            <source>Plans are approved by</source>
            <translation>日计划批准截止时间</translation>
        </message>
        <message>
            <source>Reps leave at</source>
            <translation>业务员出发时间</translation>
        </message>
        <message>
            <source>Screen locks after (minutes)</source>
            <translation>无操作多少分钟后上锁</translation>
        </message>
        <message>
            <source>Screen locks when the window is minimised (0 or 1)</source>
            <translation>窗口最小化时上锁（0 或 1）</translation>
        </message>
        <message>
            <source>Second folder for backups</source>
            <translation>备份的第二个文件夹</translation>
        </message>
        <message>
            <source>Secret cards are opened by two persons together (0 or 1)</source>
            <translation>绝密卡片须两人同时开启（0 或 1）</translation>
        </message>
        <message>
            <source>Stay with class A (minutes)</source>
            <translation>A 类停留时间（分）</translation>
        </message>
        <message>
            <source>Stay with class B (minutes)</source>
            <translation>B 类停留时间（分）</translation>
        </message>
        <message>
            <source>Stay with class C (minutes)</source>
            <translation>C 类停留时间（分）</translation>
        </message>
        <message>
            <source>Stay with prospects (minutes)</source>
            <translation>潜在客户停留时间（分）</translation>
        </message>
        <message>
            <source>Telephone area code</source>
            <translation>本地区号</translation>
        </message>
        <message>
            <source>Travel between districts (minutes)</source>
            <translation>片区之间路程（分）</translation>
        </message>
        <message>
            <source>Travel between office and district (minutes)</source>
            <translation>办公室与片区之间路程（分）</translation>
        </message>
        <message>
            <source>Travel inside a district (minutes)</source>
            <translation>片区内路程（分）</translation>
        </message>
        <message>
            <source>Visit interval of class A (days)</source>
            <translation>A 类拜访间隔（天）</translation>
        </message>
        <message>
            <source>Visit interval of class B (days)</source>
            <translation>B 类拜访间隔（天）</translation>
        </message>
        <message>
            <source>Visit interval of class C (days)</source>
            <translation>C 类拜访间隔（天）</translation>
        </message>
        <message>
            <source>Visit interval of prospects (days)</source>
            <translation>潜在客户拜访间隔（天）</translation>
        </message>
        <message>
            <source>Visits of a day, at most</source>
            <translation>每日拜访上限（户）</translation>
        </message>
        <message>
            <source>Working minutes of a day</source>
            <translation>每日工作时间（分）</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Keys and recovery</source>
            <translation>钥匙与恢复码</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>My password</source>
            <translation>我的口令</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Teams and districts</source>
            <translation>小组与片区</translation>
        </message>
        <message>
            <source>Times and limits</source>
            <translation>时间与限额</translation>
        </message>
    </context>
    <context>
        <name>SideBar</name>
        <message>
            <source>{page}: {count} waiting</source>
            <translation>{page}：{count} 件待批</translation>
        </message>
    </context>
    <context>
        <name>SignedDialog</name>
        <message>
            <source>&amp;Record</source>
            <translation>登记(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Signed by</source>
            <translation>签字人(&amp;S)</translation>
        </message>
        <message>
            <source>Approved on paper</source>
            <translation>书面批准</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Cabinet closed</source>
            <translation>未开柜</translation>
        </message>
        <message>
            <source>Cabinet open since {time} ({name})</source>
            <translation>{time} 已开柜（{name}）</translation>
        </message>
        <message>
            <source>Close the cabinet</source>
            <translation>锁柜</translation>
        </message>
        <message>
            <source>In the cabinet {count}</source>
            <translation>在柜 {count}</translation>
        </message>
        <message>
            <source>Last backup today {time} ✓</source>
            <translation>上次备份 今日 {time} ✓</translation>
        </message>
        <message>
            <source>Last backup {day}</source>
            <translation>上次备份 {day}</translation>
        </message>
        <message>
            <source>Last backup {day}, too old ⚠</source>
            <translation>上次备份 {day}，太久了 ⚠</translation>
        </message>
        <message>
            <source>No backup yet</source>
            <translation>尚无备份</translation>
        </message>
        <message>
            <source>Open the cabinet</source>
            <translation>开柜</translation>
        </message>
        <message>
            <source>Out {count}</source>
            <translation>外出 {count}</translation>
        </message>
        <message>
            <source>Overdue {count}</source>
            <translation>逾期 {count}</translation>
        </message>
        <message>
            <source>{backup} · second folder fails ⚠</source>
            <translation>{backup} · 第二备份文件夹失败 ⚠</translation>
        </message>
    </context>
    <context>
        <name>StrikeDialog</name>
        <message>
            <source>&amp;Move it to</source>
            <translation>改期到(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Reason</source>
            <translation>原因(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Strike</source>
            <translation>划去(&amp;S)</translation>
        </message>
        <message>
            <source>New day</source>
            <translation>新日期</translation>
        </message>
        <message>
            <source>Strike a visit</source>
            <translation>划去一户</translation>
        </message>
        <message>
            <source>e.g. the customer is away</source>
            <translation>例如：客户外出</translation>
        </message>
    </context>
    <context>
        <name>SureQuestion</name>
        <message>
            <source>&amp;Back</source>
            <translation>返回(&amp;B)</translation>
        </message>
    </context>
    <context>
        <name>System</name>
        <message>
            <source>another program holds it; close that one and try again</source>
            <translation>别的程序正占用它，请关掉后再试</translation>
        </message>
        <message>
            <source>that is a folder, not a file</source>
            <translation>这是文件夹，不是文件</translation>
        </message>
        <message>
            <source>the disk cannot be read or written there; it may be failing</source>
            <translation>磁盘此处无法读写，可能快坏了</translation>
        </message>
        <message>
            <source>the disk is full; make room on it and try again</source>
            <translation>磁盘已满，请腾出空间再试</translation>
        </message>
        <message>
            <source>the disk or folder is read-only; choose another one</source>
            <translation>磁盘或文件夹是只读的，请换一个</translation>
        </message>
        <message>
            <source>the disk takes no file as large as this; choose another one</source>
            <translation>这个磁盘放不下这么大的文件，请换一个</translation>
        </message>
        <message>
            <source>the name is too long</source>
            <translation>名称太长</translation>
        </message>
        <message>
            <source>there is no such folder or file; is the disk or the stick in?</source>
            <translation>没有这个文件夹或文件；请看看磁盘、U 盘是否插好</translation>
        </message>
        <message>
            <source>this PC's user may not do it; choose another folder</source>
            <translation>本机用户没有权限，请换一个文件夹</translation>
        </message>
    </context>
    <context>
        <name>TeamsTab</name>
        <message>
            <source>&amp;Supervisor</source>
            <translation>主管(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Team</source>
            <translation>小组(&amp;T)</translation>
        </message>
        <message>
            <source>Add a &amp;district …</source>
            <translation>添加片区(&amp;D)…</translation>
        </message>
        <message>
            <source>Add a &amp;team …</source>
            <translation>添加小组(&amp;A)…</translation>
        </message>
        <message>
            <source>Add a district</source>
            <translation>添加片区</translation>
        </message>
        <message>
            <source>Add a team</source>
            <translation>添加小组</translation>
        </message>
        <message>
            <source>District</source>
            <translation>片区</translation>
        </message>
        <message>
            <source>Districts</source>
            <translation>片区</translation>
        </message>
        <message>
            <source>Drawer</source>
            <translation>抽屉</translation>
        </message>
        <message>
            <source>Reps</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>主管</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>小组</translation>
        </message>
        <message>
            <source>Teams</source>
            <translation>小组</translation>
        </message>
    </context>
    <context>
        <name>TermsForm</name>
        <message>
            <source>&amp;Back by</source>
            <translation>归还日(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Destroyed after reading</source>
            <translation>阅后销毁(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Purpose</source>
            <translation>用途(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Receiver</source>
            <translation>领用人(&amp;R)</translation>
        </message>
        <message>
            <source>Day by which it comes back</source>
            <translation>归还日</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>期限</translation>
        </message>
    </context>
    <context>
        <name>TickQuestion</name>
        <message>
            <source>To be confirmed</source>
            <translation>需要确认</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message numerus="yes">
            <source>%n change(s) since the last visit of {day}</source>
            <translation>
                <numerusform>上次拜访（{day}）后修订 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>After</source>
            <translation>修订后</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>修订前</translation>
        </message>
        <message>
            <source>Clear p&amp;rivate facts …</source>
            <translation>清除私人资料(&amp;R) …</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>History of the card</source>
            <translation>修订记录</translation>
        </message>
        <message>
            <source>Put the old value &amp;back …</source>
            <translation>恢复原值(&amp;B) …</translation>
        </message>
        <message>
            <source>accepted by {name}</source>
            <translation>{name}审定</translation>
        </message>
        <message>
            <source>cleared on request</source>
            <translation>已依请求清除</translation>
        </message>
        <message>
            <source>{field}: changed since the last visit</source>
            <translation>{field}：上次拜访后有修订</translation>
        </message>
    </context>
    <context>
        <name>TodayActions</name>
        <message>
            <source>&amp;All with record</source>
            <translation>归还已录(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Note a visit …</source>
            <translation>记一次拜访(&amp;N)…</translation>
        </message>
        <message>
            <source>&amp;Preview</source>
            <translation>预览(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Strike …</source>
            <translation>划去(&amp;S)…</translation>
        </message>
        <message>
            <source>&amp;Visit record …</source>
            <translation>拜访记录(&amp;V)…</translation>
        </message>
        <message>
            <source>&amp;Without record</source>
            <translation>无记录归还(&amp;W)</translation>
        </message>
        <message>
            <source>Before &amp;leaving</source>
            <translation>出发前退回(&amp;L)</translation>
        </message>
        <message>
            <source>Card &amp;read</source>
            <translation>已阅(&amp;R)</translation>
        </message>
        <message>
            <source>Choose for handing out</source>
            <translation>选择领出</translation>
        </message>
        <message>
            <source>Correct the last</source>
            <translation>更正最近一次</translation>
        </message>
        <message>
            <source>Correct this &amp;card …</source>
            <translation>更正此卡(&amp;C)…</translation>
        </message>
        <message>
            <source>Hand out</source>
            <translation>领出</translation>
        </message>
        <message>
            <source>Hand out &amp;everyone's …</source>
            <translation>全部领出(&amp;E)…</translation>
        </message>
        <message>
            <source>Handing &amp;out</source>
            <translation>发卡(&amp;O)</translation>
        </message>
        <message>
            <source>Re&amp;fresh</source>
            <translation>刷新(&amp;F)</translation>
        </message>
        <message>
            <source>Record of the last card</source>
            <translation>补录最近一张</translation>
        </message>
        <message>
            <source>Taking &amp;home</source>
            <translation>还卡(&amp;H)</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>{name} is no rep whose day is here</source>
            <translation>{name} 不在今日业务员之列</translation>
        </message>
    </context>
    <context>
        <name>TodayWork</name>
        <message>
            <source>&amp;Correct all</source>
            <translation>全部更正(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Leave them out</source>
            <translation>不更正(&amp;L)</translation>
        </message>
        <message numerus="yes">
            <source>Correct all %n cards?</source>
            <translation>
                <numerusform>更正全部 %n 张卡？</numerusform>
            </translation>
        </message>
        <message>
            <source>Correct the last</source>
            <translation>更正最近一次</translation>
        </message>
        <message>
            <source>No card of {rep} has its visit record yet: enter them, or take the cards home without (F8).</source>
            <translation>{rep}的卡都还没有拜访记录：先录入，或按 F8 无记录归还。</translation>
        </message>
        <message>
            <source>Nobody waits: no approved plan of today has a card left to hand out.</source>
            <translation>没有人待领：今天已批准的计划中，没有可发的卡。</translation>
        </message>
        <message>
            <source>The cabinet is closed: open it first (Ctrl+O).</source>
            <translation>未开柜，请先开柜（Ctrl+O）。</translation>
        </message>
        <message>
            <source>There is nothing to correct</source>
            <translation>没有可更正的</translation>
        </message>
        <message>
            <source>{rep} has no card to bring home.</source>
            <translation>{rep}手中没有卡要还。</translation>
        </message>
        <message>
            <source>{what}. They count as in the cabinet again; their lines stay in the register, struck through.</source>
            <translation>{what}。更正后按在柜计；登记簿上原来的行保留，并划线。</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Card Cabinet</source>
            <translation>客户卡柜</translation>
        </message>
        <message>
            <source>Find a card</source>
            <translation>查找卡片</translation>
        </message>
        <message>
            <source>Locks in {time}</source>
            <translation>{time} 后自动上锁</translation>
        </message>
        <message>
            <source>Name, pinyin, phone or card number …  Ctrl+K</source>
            <translation>按名称、拼音、电话、卡号查找…  Ctrl+K</translation>
        </message>
        <message>
            <source>Put the idle lock off by 15 minutes; left: {count}</source>
            <translation>暂缓自动上锁 15 分钟；还可用 {count} 次</translation>
        </message>
        <message>
            <source>{name}, menu</source>
            <translation>{name} 的菜单</translation>
        </message>
    </context>
    <context>
        <name>TryCodeDialog</name>
        <message>
            <source>&amp;Try the code</source>
            <translation>试用恢复码(&amp;T)</translation>
        </message>
        <message>
            <source>Recovery code from the paper</source>
            <translation>纸上的恢复码</translation>
        </message>
        <message>
            <source>Try the recovery code</source>
            <translation>试用恢复码</translation>
        </message>
        <message>
            <source>Type the code from the opened envelope. Nothing changes by it; wrong codes are counted as at the log-in. Afterwards seal the sheet again.</source>
            <translation>请输入拆封后纸上的恢复码。试用不会改变任何内容；输错按登录输错计次。试后请重新封好。</translation>
        </message>
    </context>
    <context>
        <name>Unit</name>
        <message>
            <source>%</source>
            <translation>%</translation>
        </message>
        <message>
            <source>10,000 yuan</source>
            <translation>万元</translation>
        </message>
        <message>
            <source>days</source>
            <translation>天</translation>
        </message>
        <message>
            <source>m²</source>
            <translation>㎡</translation>
        </message>
        <message>
            <source>outlets</source>
            <translation>家</translation>
        </message>
        <message>
            <source>people</source>
            <translation>人</translation>
        </message>
        <message>
            <source>pieces</source>
            <translation>件</translation>
        </message>
        <message>
            <source>yuan</source>
            <translation>元</translation>
        </message>
    </context>
    <context>
        <name>UnsavedQuestion</name>
        <message>
            <source>&amp;Discard</source>
            <translation>放弃(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>保存(&amp;S)</translation>
        </message>
        <message>
            <source>S&amp;tay here</source>
            <translation>留在此卡(&amp;T)</translation>
        </message>
        <message>
            <source>Unsaved typing</source>
            <translation>录入尚未保存</translation>
        </message>
        <message>
            <source>What was typed on “{name}” is not saved.</source>
            <translation>“{name}”上的录入尚未保存。</translation>
        </message>
    </context>
    <context>
        <name>VerifyDialog</name>
        <message>
            <source>&amp;Check</source>
            <translation>校验(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Head from paper</source>
            <translation>纸面链头(&amp;H)</translation>
        </message>
        <message>
            <source>All is well: {cards} cards, {people} people, {log_lines} lines of the log.
Head of the log now: {head}</source>
            <translation>一切正常：卡片 {cards} 张，人员 {people} 人，日志 {log_lines} 行。
现在的日志链头：{head}</translation>
        </message>
        <message>
            <source>Check the cabinet</source>
            <translation>校验卡柜</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Encryption, structure, the chain of the log and every rule of the office are looked at. A head of the log copied from an old register also shows whether somebody made the whole chain anew.</source>
            <translation>检查加密、结构、日志链和各项规则。填入从旧登记簿抄下的日志链头，还能看出整条日志链是否被重做过。</translation>
        </message>
        <message>
            <source>Faults found</source>
            <translation>发现的问题</translation>
        </message>
        <message numerus="yes">
            <source>Found: %n fault(s). Show this to the manager.</source>
            <translation>
                <numerusform>发现 %n 处问题，请交经理处理。</numerusform>
            </translation>
        </message>
        <message>
            <source>Head of the log, from paper</source>
            <translation>纸面上的日志链头</translation>
        </message>
        <message>
            <source>Looking through everything …</source>
            <translation>正在逐项检查……</translation>
        </message>
        <message>
            <source>The cabinet is checked</source>
            <translation>正在校验卡柜</translation>
        </message>
        <message>
            <source>The check was stopped; nothing was changed.</source>
            <translation>校验已停止，没有改动任何内容。</translation>
        </message>
    </context>
    <context>
        <name>VisitChoice</name>
        <message>
            <source>At our office</source>
            <translation>来访</translation>
        </message>
        <message>
            <source>By phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>By the customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>By us</source>
            <translation>我方</translation>
        </message>
        <message>
            <source>Collect money</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Customer absent</source>
            <translation>客户不在</translation>
        </message>
        <message>
            <source>New product</source>
            <translation>新品</translation>
        </message>
        <message>
            <source>Not reached</source>
            <translation>否</translation>
        </message>
        <message>
            <source>On site</source>
            <translation>上门</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>网络</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>下单</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Partly</source>
            <translation>部分</translation>
        </message>
        <message>
            <source>Payment by the customer</source>
            <translation>客户付款</translation>
        </message>
        <message>
            <source>Postponed by agreement</source>
            <translation>改约</translation>
        </message>
        <message>
            <source>Promotion</source>
            <translation>促销</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>是</translation>
        </message>
        <message>
            <source>Relations</source>
            <translation>关系</translation>
        </message>
        <message>
            <source>Signing</source>
            <translation>签约</translation>
        </message>
        <message>
            <source>Stock count</source>
            <translation>盘点</translation>
        </message>
        <message>
            <source>Survey</source>
            <translation>调查</translation>
        </message>
        <message>
            <source>Traffic</source>
            <translation>路况</translation>
        </message>
    </context>
    <context>
        <name>VisitColumns</name>
        <message>
            <source>Card</source>
            <translation>卡片</translation>
        </message>
        <message>
            <source>Cl.</source>
            <translation>级</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序</translation>
        </message>
        <message>
            <source>Owed (late)</source>
            <translation>欠款(逾期)</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>档案位</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>目的</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>已阅</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>{day} promised: {what}</source>
            <translation>{day} 承诺：{what}</translation>
        </message>
    </context>
    <context>
        <name>VisitDialog</name>
        <message>
            <source>&amp;Save and close</source>
            <translation>保存并关闭(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Save, next card</source>
            <translation>保存，下一张(&amp;S)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Card home and visit record</source>
            <translation>还卡与拜访记录</translation>
        </message>
        <message>
            <source>Ctrl+Enter saves</source>
            <translation>Ctrl+Enter 保存</translation>
        </message>
        <message>
            <source>Visit record</source>
            <translation>拜访记录</translation>
        </message>
        <message>
            <source>a record is there already</source>
            <translation>已有记录</translation>
        </message>
        <message numerus="yes">
            <source>overdue by %n hour(s)</source>
            <translation>
                <numerusform>逾期 %n 小时</numerusform>
            </translation>
        </message>
        <message>
            <source>{code} was scanned and nothing was done with it. Save or cancel this record, then scan again.</source>
            <translation>扫到 {code}，未作处理。请先保存或取消本条记录，再扫一次。</translation>
        </message>
    </context>
    <context>
        <name>VisitForm</name>
        <message>
            <source>&amp;Back before leaving</source>
            <translation>出发前退回(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Learnt</source>
            <translation>了解到(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Not visited</source>
            <translation>未访(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Visited</source>
            <translation>已访(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Why not</source>
            <translation>未访原因(&amp;W)</translation>
        </message>
        <message>
            <source>+7, 3-8 or 20261203</source>
            <translation>+7、3-8 或 20261203</translation>
        </message>
        <message>
            <source>M&amp;ore fields …</source>
            <translation>更多(&amp;O)…</translation>
        </message>
        <message>
            <source>Ne&amp;xt visit</source>
            <translation>下次拜访(&amp;X)</translation>
        </message>
        <message>
            <source>New &amp;date</source>
            <translation>改期至(&amp;D)</translation>
        </message>
        <message>
            <source>New &amp;promises</source>
            <translation>新的承诺(&amp;P)</translation>
        </message>
        <message>
            <source>No &amp;record</source>
            <translation>无记录(&amp;R)</translation>
        </message>
        <message>
            <source>Promises kept</source>
            <translation>已兑现的承诺</translation>
        </message>
        <message>
            <source>Purpose r&amp;eached</source>
            <translation>目的达成(&amp;E)</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>The card comes home before the rep left. No visit record is wanted.</source>
            <translation>出发前退回卡片，不需要拜访记录。</translation>
        </message>
        <message>
            <source>The card comes home. Until its record is entered the rep is blocked, from the next working day on.</source>
            <translation>卡片先归还；补录之前，业务员自下一工作日起不得领卡。</translation>
        </message>
        <message>
            <source>The card is da&amp;maged</source>
            <translation>卡片破损(&amp;M)</translation>
        </message>
        <message>
            <source>Why so la&amp;te</source>
            <translation>逾期原因(&amp;T)</translation>
        </message>
        <message>
            <source>Why the visit did not take place</source>
            <translation>未访原因</translation>
        </message>
    </context>
    <context>
        <name>VisitPanel</name>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>%n 户</numerusform>
            </translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>Blocked: {why}. Take these home, or enter their records; his supervisor can lift it for today.</source>
            <translation>封锁：{why}。还清、补录后解除；主管也可解除一天。</translation>
        </message>
        <message numerus="yes">
            <source>Hand out %n card(s)</source>
            <translation>
                <numerusform>领出 %n 张卡</numerusform>
            </translation>
        </message>
        <message>
            <source>No card is chosen: Ctrl+Space chooses the one at the cursor.</source>
            <translation>没有勾选要发的卡：按 Ctrl+空格 勾选光标所在的卡。</translation>
        </message>
        <message>
            <source>No card of {rep} waits to be handed out.</source>
            <translation>{rep}没有待领的卡。</translation>
        </message>
        <message>
            <source>Not approved yet: a supervisor approves it on the page Plan, or you record what was approved on paper.</source>
            <translation>计划未批准：请主管在「拜访计划」页批准，或登记书面批准，然后领卡。</translation>
        </message>
        <message>
            <source>Only cards of today's visits leave the cabinet, and come home today.</source>
            <translation>只可领出当日拜访的卡片，当日归还。</translation>
        </message>
        <message>
            <source>The cabinet is closed: open it first (Ctrl+O).</source>
            <translation>未开柜，请先开柜（Ctrl+O）。</translation>
        </message>
        <message>
            <source>There is no rep here yet. The manager adds them on the page Settings.</source>
            <translation>还没有业务员，请经理在「设置」页添加。</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>拜访</translation>
        </message>
        <message>
            <source>Visits of today</source>
            <translation>今日拜访</translation>
        </message>
        <message>
            <source>no visit record {cards}</source>
            <translation>缺记录 {cards}</translation>
        </message>
        <message>
            <source>overdue {cards}</source>
            <translation>逾期 {cards}</translation>
        </message>
        <message>
            <source>{rep} has no plan for today. Plans are made on the page Plan.</source>
            <translation>{rep}今天没有计划，请在「拜访计划」页编制。</translation>
        </message>
        <message>
            <source>{visits} · approved by {name}</source>
            <translation>{visits} · {name} 已批准</translation>
        </message>
        <message>
            <source>{visits} · approved on paper by {name}</source>
            <translation>{visits} · {name} 书面批准</translation>
        </message>
        <message>
            <source>{visits} · not approved yet</source>
            <translation>{visits} · 未批准</translation>
        </message>
    </context>
    <context>
        <name>VisitRows</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Home, no record</source>
            <translation>已还，缺记录</translation>
        </message>
        <message>
            <source>Home, not visited</source>
            <translation>已还，未访</translation>
        </message>
        <message>
            <source>Home, visited ✓</source>
            <translation>已还 ✓</translation>
        </message>
        <message>
            <source>In the cabinet</source>
            <translation>在柜</translation>
        </message>
        <message>
            <source>Kept for {holder}</source>
            <translation>预约给 {holder}</translation>
        </message>
        <message>
            <source>Out with {holder}</source>
            <translation>在{holder}手中</translation>
        </message>
        <message>
            <source>Out {time}</source>
            <translation>已领 {time}</translation>
        </message>
        <message>
            <source>Overdue {time}</source>
            <translation>逾期（{time} 领）</translation>
        </message>
        <message>
            <source>Struck: {reason}</source>
            <translation>已划去：{reason}</translation>
        </message>
    </context>
    <context>
        <name>VisitSheet</name>
        <message>
            <source>Be polite, whoever opens.</source>
            <translation>提示：待人有礼，注意分寸。</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>卡号</translation>
        </message>
        <message>
            <source>Card read before</source>
            <translation>访前阅卡</translation>
        </message>
        <message>
            <source>Choose a good moment and a good place.</source>
            <translation>提示：选好时机，选好场合。</translation>
        </message>
        <message>
            <source>Complaints</source>
            <translation>投诉退货</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>卡片</translation>
        </message>
        <message>
            <source>Faults</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Learnt</source>
            <translation>了解到</translation>
        </message>
        <message>
            <source>Leave a bad mood outside the door.</source>
            <translation>提示：不把自己的坏情绪带给客户。</translation>
        </message>
        <message>
            <source>Min.</source>
            <translation>停留分</translation>
        </message>
        <message>
            <source>Mind how the people in the room stand to one another.</source>
            <translation>提示：留意在场各人之间的关系。</translation>
        </message>
        <message>
            <source>Missed</source>
            <translation>未访</translation>
        </message>
        <message>
            <source>New date</source>
            <translation>改期</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下次</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>计划单号</translation>
        </message>
        <message>
            <source>Prices, grey sales</source>
            <translation>价格窜货</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>承诺</translation>
        </message>
        <message>
            <source>Promotions</source>
            <translation>促销执行</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>目的</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>未访原因</translation>
        </message>
        <message>
            <source>Rep</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>批阅</translation>
        </message>
        <message>
            <source>Talk</source>
            <translation>会见</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>核实无误</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>拜访</translation>
        </message>
        <message>
            <source>Visit record</source>
            <translation>拜访记录</translation>
        </message>
        <message>
            <source>Wishes</source>
            <translation>需求意见</translation>
        </message>
        <message>
            <source>Without card</source>
            <translation>无卡拜访</translation>
        </message>
        <message>
            <source>Write the notes down at once.</source>
            <translation>提示：谈完当场记录。</translation>
        </message>
        <message>
            <source>{title}, continued</source>
            <translation>{title}（续）</translation>
        </message>
        <message>
            <source>{who}: {what}, by {day}</source>
            <translation>{who}：{what}（{day} 前）</translation>
        </message>
    </context>
    <context>
        <name>VisitText</name>
        <message>
            <source>Entered by {name}, {at}</source>
            <translation>录入 {name} {at}</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>计划单号</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>承诺</translation>
        </message>
        <message>
            <source>{promise} (kept {day})</source>
            <translation>{promise}（{day} 已兑现）</translation>
        </message>
        <message>
            <source>{who}: {what}, for {day}</source>
            <translation>{who}：{what}，{day}</translation>
        </message>
    </context>
    <context>
        <name>VisitsTab</name>
        <message>
            <source>No visit records</source>
            <translation>没有拜访记录</translation>
        </message>
        <message>
            <source>Records are entered when cards come home, on the page Today.</source>
            <translation>还卡时在「今日」页录入拜访记录。</translation>
        </message>
        <message>
            <source>The chosen visit record</source>
            <translation>选中的拜访记录</translation>
        </message>
        <message>
            <source>Visit records</source>
            <translation>拜访记录</translation>
        </message>
    </context>
    <context>
        <name>Weekday</name>
        <message>
            <source>Friday</source>
            <translation>星期五</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>星期一</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>星期六</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>星期日</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>星期四</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>星期二</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>星期三</translation>
        </message>
    </context>
    <context>
        <name>WhyBar</name>
        <message>
            <source>&amp;Reason</source>
            <translation>修改原因(&amp;R)</translation>
        </message>
        <message>
            <source>Handed in as a proposal, to be decided by others: {fields}</source>
            <translation>以下项目将作为修订建议提交，由他人审定：{fields}</translation>
        </message>
        <message>
            <source>N&amp;ews from</source>
            <translation>消息来源(&amp;E)</translation>
        </message>
        <message>
            <source>Reason of the change</source>
            <translation>修改原因</translation>
        </message>
        <message>
            <source>Where the change comes from</source>
            <translation>修改的消息来源</translation>
        </message>
        <message>
            <source>for the card's history; may stay empty</source>
            <translation>记入历次变更，可不填</translation>
        </message>
    </context>
    <context>
        <name>argparse</name>
        <message>
            <source>argument %(argument_name)s: %(message)s</source>
            <translation>参数 %(argument_name)s：%(message)s</translation>
        </message>
        <message>
            <source>expected at least one argument</source>
            <translation>至少需要一个值</translation>
        </message>
        <message>
            <source>expected one argument</source>
            <translation>需要一个值</translation>
        </message>
        <message>
            <source>invalid %(type)s value: %(value)r</source>
            <translation>无效的 %(type)s 值：%(value)r</translation>
        </message>
        <message>
            <source>invalid choice: %(value)r (choose from %(choices)s)</source>
            <translation>无效的选择：%(value)r（可选：%(choices)s）</translation>
        </message>
        <message>
            <source>options</source>
            <translation>选项</translation>
        </message>
        <message>
            <source>positional arguments</source>
            <translation>位置参数</translation>
        </message>
        <message>
            <source>show this help message and exit</source>
            <translation>显示帮助并退出</translation>
        </message>
        <message>
            <source>the following arguments are required: %s</source>
            <translation>缺少参数：%s</translation>
        </message>
        <message>
            <source>unrecognized arguments: %s</source>
            <translation>不认识的参数：%s</translation>
        </message>
        <message>
            <source>usage: </source>
            <translation>用法：</translation>
        </message>
    </context>
</TS>
