import type { TopicName } from '../topic.ts';

/** What Chinese-speaking customers say; the same slots as in English, filled in their manner. */
export interface ChineseFragments {
  subjects: string[];
  problem: string[];
  request: string[];
  praise: string[];
  terse: string[];
}

export const chineseTopics: Partial<Record<TopicName, ChineseFragments>> = {
  overcharge: {
    subjects: ['账单金额不对', '多收了{amount}'],
    problem: [
      '我{month}的账单多收了{amount}，明细里完全看不出是什么费用。',
      '同一个月的费用你们扣了两次，每次都是{amount}。',
      '办理的时候说好每月{price}，账单出来却多了{amount}，这是乱收费。',
      '账单上有一项“其他服务”，{amount}，我从来没有开通过。',
    ],
    request: ['请把多收的部分更正过来。', '请给我一份详细的账单。'],
    praise: ['账单清楚，从来没有算错过。', '账单有一次出错，客服当天就改好了，很满意。'],
    terse: ['账单多收钱', '连续{times}个月收费都不对', '莫名其妙的扣费'],
  },
  priceRise: {
    subjects: ['关于涨价', '为什么又涨价'],
    problem: [
      '合同还没到期，你们就从{price}涨价到{newPrice}，太不讲信用了。',
      '收到涨价通知，很失望，老用户反而比新用户贵。',
      '今年已经是第二次涨价，服务却没有任何改善。',
    ],
    request: ['希望能保留原来的价格。', '请说明涨价的理由。'],
    praise: ['说好两年不涨价，真的没有涨，守信用。', '涨价前提前通知，还推荐了更便宜的套餐，不错。'],
    terse: ['又涨价', '涨价太频繁', '老用户还要涨价'],
  },
  refund: {
    subjects: ['退款一直没到账'],
    problem: [
      '{date}答应给我退款{amount}，到现在还没有到账。',
      '手机已经退回去{weeks}个星期了，退款一直显示“处理中”。',
    ],
    request: ['请尽快把退款打到我的银行账户。'],
    praise: ['退款第二天就到账了，很快。', '退款很顺利，没有为难我。'],
    terse: ['退款太慢', '还没收到退款'],
  },
  roaming: {
    subjects: ['漫游费太高', '国际漫游收费问题'],
    problem: [
      '假期回国几天，漫游费居然要{roamAmount}，没有收到任何提醒短信。',
      '我已经关了数据漫游，账单上还是有{roamAmount}的漫游费。',
      '买了旅行包，还是按漫游收费，这合理吗？',
    ],
    request: ['请取消这笔漫游费。'],
    praise: ['出国漫游很方便，没有额外收费。', '落地就收到漫游资费短信，很清楚。'],
    terse: ['漫游费太贵了', '漫游没有提醒'],
  },
  noSignal: {
    subjects: ['家里没有信号'],
    problem: [
      '从上个星期开始家里就没有信号，打电话要跑到街上。',
      '搬到{town}以后手机几乎没有信号，网站上却说覆盖良好。',
    ],
    request: ['请派人检查一下基站。'],
    praise: ['信号很好，连地下室都能打电话。', '火车上信号也很稳定。'],
    terse: ['信号差', '家里没信号'],
  },
  slowBroadband: {
    subjects: ['宽带网速太慢', '网速远远达不到{paidSpeed}兆'],
    problem: [
      '办的是{paidSpeed}兆的宽带，晚上测速只有{speed}兆，网速太慢了。',
      '孩子上网课总是卡，宽带慢得没法用。',
      '每天晚上八点以后网速就慢下来，看视频一直在转圈。',
    ],
    request: ['请检查线路。', '达不到网速就请降价。'],
    praise: ['宽带速度快，一家四口同时用也不卡。', '网速比承诺的还快，非常满意。'],
    terse: ['网速慢', '晚上宽带很卡', '宽带速度名不副实'],
  },
  outage: {
    subjects: ['断网了'],
    problem: ['从今天早上开始整条街都断网了，客服电话也打不通。', '宽带突然断网，我在家上班，损失谁来负责？'],
    request: ['什么时候能恢复？'],
    praise: ['用了{years}年，几乎没有断过网。'],
    terse: ['经常断网', '断网没有通知'],
  },
  missedEngineer: {
    subjects: ['工程师没有上门'],
    problem: ['约好{date}工程师上门，我请假等了一整天，没有人来。', '工程师又一次爽约，记录上却写着“客户不在家”。'],
    request: ['请重新预约，并且准时上门。'],
    praise: ['工程师很准时，干活干净利落。', '师傅态度好，技术也好，半小时就修好了。'],
    terse: ['工程师没来', '预约了也不上门'],
  },
  installation: {
    subjects: ['安装一再推迟'],
    problem: ['宽带安装已经推迟了{times}次，新家到现在还没有网。', '{date}下的单，安装日期一改再改。'],
    request: ['请给一个确定的安装日期。'],
    praise: ['安装比说好的日期还早，很专业。'],
    terse: ['安装太慢', '安装日期改了又改'],
  },
  tvFreezing: {
    subjects: ['电视画面卡顿'],
    problem: ['电视画面每隔几分钟就卡住，老人在家没法看。', '一看高清频道电视就花屏、卡顿。'],
    request: ['请更换机顶盒。'],
    praise: ['电视画面清晰，频道也多。'],
    terse: ['电视老是卡', '画面卡顿'],
  },
  waiting: {
    subjects: ['客服电话打不通'],
    problem: ['打客服电话等了{minutes}分钟没有人接。', '等了{minutes}分钟，刚接通就断了，又要重新排队。'],
    request: ['请用邮件回复，我不想再等电话。'],
    praise: ['电话一打就通，不用等。'],
    terse: ['客服电话难打', '排队等候时间太长'],
  },
  rudeStaff: {
    subjects: ['客服态度恶劣'],
    problem: ['客服态度很差，没等我说完就挂了电话。', '因为我英文不好，店里的人很不耐烦，态度恶劣。'],
    request: ['希望你们加强培训。'],
    praise: ['每个工作人员都很有礼貌。'],
    terse: ['态度差', '店员没有耐心'],
  },
  helpfulStaff: {
    subjects: ['感谢客服'],
    problem: [],
    request: [],
    praise: [
      '客服{agent}非常耐心，帮我把问题一次解决了，谢谢。',
      '{town}的店员很热情，帮我把照片都转到新手机里。',
      '客服会说中文，沟通没有障碍，非常感谢。',
    ],
    terse: ['客服很好', '服务热情周到', '耐心、专业'],
  },
  goodValue: {
    subjects: ['很划算'],
    problem: [],
    request: [],
    praise: ['学生套餐很划算，同学们都在用。', '价格实惠，流量够用。', '性价比高，比以前的公司便宜一半。'],
    terse: ['便宜好用', '价格合理', '性价比高'],
  },
  handsetLate: {
    subjects: ['手机还没有送到'],
    problem: ['{date}订的手机，说好第二天送到，现在还没有消息。', '快递显示手机已签收，可是我根本没有收到。'],
    request: ['请查一下手机到底在哪里。'],
    praise: ['手机第二天一早就送到了，包装也好。'],
    terse: ['送货太慢', '手机迟迟不到'],
  },
  leave: {
    subjects: ['取消合同'],
    problem: ['我要取消合同，换别的公司。', '如果再不解决，我就换运营商。'],
    request: ['请书面确认取消。'],
    praise: ['本来想换公司，客服挽留得很有诚意，决定留下来。'],
    terse: ['准备换公司', '合同到期就不续了'],
  },
  competitor: {
    subjects: ['{rival}更便宜'],
    problem: ['{rival}同样的套餐只要{rivalPrice}。', '我朋友用{rival}，从来没有这些问题。'],
    request: ['你们能给同样的价格吗？'],
    praise: ['比以前用的{rival}好多了。'],
    terse: ['{rival}更便宜', '不如{rival}'],
  },
};
