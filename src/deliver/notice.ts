import type { CaseFacts } from './fields.ts';
import type { MailMessage } from './mail-message.ts';
import { escapeHtml, fillText } from './template/placeholders.ts';

const text = `{{event.words}}

{{case.title}}
Priority {{case.priority}}, due {{case.dueAt}}
{{case.because}}

{{case.evidence}}

{{case.url}}
`;

/**
 * The mail by which somebody of a team learns of a case. All mails of a case hang together in one conversation.
 * @param root Message-ID of the conversation, by which its mails find each other; no mail itself need have it.
 */
export function noticeMail(facts: CaseFacts, to: string, root: string): Omit<MailMessage, 'key'> {
  const fill = (template: string) => fillText(template, (field) => facts[field as keyof CaseFacts]);
  const words = fill(text);
  const url = escapeHtml(String(facts['case.url']));
  const paragraphs = words.trim().split('\n\n').slice(0, -1);
  return {
    ...{ to, kind: 'notice', text: words, references: [root], inReplyTo: root },
    subject: fill('[Case {{case.id}}] {{case.title}}'),
    html: `${paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`).join('\n')}\n<p><a href="${url}">${url}</a></p>\n`,
  };
}
