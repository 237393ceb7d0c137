# One office, one day. Passwords: CARD_CABINET_PASSWORD for everybody here.
export CARD_CABINET=east.cabinet
card-cabinet create east.cabinet --office 华东办事处 --manager 张总 --keeper 王秀兰
card-cabinet --as 张总 team add 一队
card-cabinet --as 张总 staff add 赵刚 --role supervisor --team 一队
card-cabinet --as 张总 staff add 李明 --role rep --team 一队
card-cabinet --as 王秀兰 import customers.csv

card-cabinet --as 王秀兰 cabinet open                       # 开柜
card-cabinet --as 李明 plan day                             # 建议 → 当日拜访计划
card-cabinet --as 赵刚 plan approve --all                   # 批准＝领卡的凭据
card-cabinet --as 王秀兰 print badge 李明 --out badge.pdf
card-cabinet --as 王秀兰 print packet --out packet.pdf      # 计划和当天的卡
card-cabinet --as 王秀兰 checkout --rep 李明 --read         # 发卡

card-cabinet --as 王秀兰 return Q00001 --rep 李明 --visited "要两条样胎，月底前答复报价" \
    --outcome yes --kept --promise "送样胎@+3" --next +7    # 还卡，有拜访记录
card-cabinet --as 王秀兰 return Q00002 --rep 李明 --not-visited absent --next +2
card-cabinet --as 王秀兰 return Q00003 --rep 李明 --no-record
card-cabinet --as 王秀兰 report register                    # 借还登记簿
card-cabinet --as 王秀兰 print register --out register.pdf
card-cabinet --as 王秀兰 cabinet close                      # 锁柜：卡都在柜
card-cabinet --as 王秀兰 print day-report --out report.pdf
card-cabinet --as 王秀兰 verify
