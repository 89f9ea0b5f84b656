import type { DeliveryPipeline } from '../src/deliver/destination.ts';

/**
 * Where cases go besides the pages. Every destination is off until you turn it on. Secrets stand in the environment:
 * `secret: 'ZENDESK'` is the variable EARSHOT_SECRET_ZENDESK. The templates under pipelines/http/ say what is sent.
 */
export const delivery = {
  destinations: {
    // Mail to the people of a case's team, and to its lead or the managers where an escalation says so.
    'team-mail': { on: false, by: 'mail', tells: ['opened', 'reassigned', 'reopened', 'escalated'], perMinute: 60 },
    // Mail to whoever complained: what a person answers, and acknowledgements by pipelines/answers.ts.
    customer: { on: false, by: 'customer', tells: ['opened', 'answered'], perMinute: 30 },
    // Any program of yours; the body is signed, and the Idempotency-Key is the same at each attempt.
    webhook: {
      ...{ on: false, by: 'http', template: 'webhook', url: 'https://example.org/earshot', secret: 'WEBHOOK' },
      tells: ['opened', 'joined', 'accepted', 'answered', 'closed', 'reopened', 'reassigned', 'escalated'],
      perMinute: 300,
    },
    zendesk: {
      ...{ on: false, by: 'http', template: 'zendesk', url: 'https://example.zendesk.com', secret: 'ZENDESK' },
      ...{ tells: ['opened'], perMinute: 60 },
    },
    freshdesk: {
      ...{ on: false, by: 'http', template: 'freshdesk', url: 'https://example.freshdesk.com', secret: 'FRESHDESK' },
      ...{ tells: ['opened'], perMinute: 40, settings: { requester: 'earshot@example.org' } },
    },
    'jira-service-management': {
      ...{ on: false, by: 'http', template: 'jira-service-management', url: 'https://example.atlassian.net' },
      ...{ secret: 'JIRA', tells: ['opened'], perMinute: 60, settings: { serviceDesk: '1', requestType: '1' } },
    },
    zammad: {
      ...{ on: false, by: 'http', template: 'zammad', url: 'https://zammad.example.org', secret: 'ZAMMAD' },
      ...{ tells: ['opened'], perMinute: 60, settings: { group: 'Users', customer: 'earshot@example.org' } },
    },
  },
  // Thirty seconds after the first failure, then twice as long each time up to an hour; given up after about a day.
  retry: { attempts: 30, firstSeconds: 30, longestSeconds: 3600 },
  // Five failures in a row, and the destination is left alone for a minute, then for two, up to a quarter of an hour.
  circuit: { failures: 5, pauseSeconds: 60, longestSeconds: 900 },
  // Whoever does not answer within fifteen seconds is asked again later.
  timeoutSeconds: 15,
} satisfies DeliveryPipeline;
