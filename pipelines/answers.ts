import type { AnswersPipeline } from '../src/deliver/answers-pipeline.ts';

/**
 * What customers are written. Off as it comes; to send anything turn on the destination "customer" of
 * pipelines/delivery.ts as well. By topic, a parent standing for all below it, and by language; a customer whose
 * language is not there is not written to.
 */
export const answers = {
  // At once, by machine. Never to what a machine sent, and to one address once a day at most.
  acknowledge: {
    on: false,
    mostADay: 1,
    freshHours: 48,
    templates: {
      any: {
        en: 'Thank you for your message. We have received it as case {{case.id}}, and {{case.teamName}} is looking into it.\n\nThis is an automatic message. You can answer it to add something.\n',
        zh: '感谢您的来信。我们已将其登记为第 {{case.id}} 号案件，由 {{case.teamName}} 处理。\n\n此邮件由系统自动发送，如需补充，直接回复即可。\n',
      },
    },
  },
  // Beside a case, for a person to change and send.
  suggest: {
    on: false,
    templates: {
      any: {
        en: 'Hello,\n\nthank you for telling us. I am sorry for the trouble.\n\n\n\nKind regards\n{{case.teamName}}\n',
        zh: '您好：\n\n感谢您的反馈，给您带来不便，我们深表歉意。\n\n\n\n此致\n{{case.teamName}}\n',
      },
      billing: {
        en: 'Hello,\n\nthank you for telling us about your bill. I have looked at it, and I am sorry that it was not right.\n\nWe will correct it by … and you will see the amount on your next bill.\n\nKind regards\n{{case.teamName}}\n',
        zh: '您好：\n\n感谢您就账单问题与我们联系。我已核对，对账单有误深表歉意。\n\n我们将于……之前更正，金额将体现在您的下一期账单中。\n\n此致\n{{case.teamName}}\n',
      },
    },
  },
} satisfies AnswersPipeline;
