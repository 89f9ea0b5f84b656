const signOff = new RegExp(
  `^(?:${[
    '(?:(?:many|kind(?:est)?|best|warm(?:est)?|with|yours|very|my) )*(?:thanks|thank you|thx|regards|wishes|cheers|sincerely|faithfully|truly|respectfully)(?: (?:and|&) (?:best |kind )?regards| yours| in advance| very much| so much| again| for your (?:help|time|attention))?',
    'sincerely yours|yours|all the best|take care|rgds|br|kr|best',
    'mit freundlichen (?:grüßen|grüssen)|(?:viele|beste|liebe|herzliche|freundliche) (?:grüße|grüsse)|mfg|hochachtungsvoll|danke(?: im voraus)?|vielen dank',
    "(?:bien )?cordialement|(?:bien à vous|sincères salutations|salutations(?: distinguées)?|merci(?: d['’]avance)?)",
    'saludos(?: cordiales)?|un saludo|atentamente|(?:muchas )?gracias|cordiali saluti|distinti saluti|grazie|atenciosamente|obrigad[oa]',
    '(?:met )?vriendelijke groet(?:en)?|med vänlig hälsning|med venlig hilsen|с уважением|спасибо|z poważaniem|pozdrawiam',
    '此致|敬礼|敬上|祝好|谢谢|顺祝商祺|よろしくお願い(?:いた)?します|감사합니다',
  ].join('|')})\\s*[,.!，。！-]*$`,
  'iu',
);

const sentFrom =
  /^(?:sent (?:from|via|with|using) |get outlook for |enviado (?:desde|do|a partir) |envoyé (?:de|depuis|à partir) |(?:von meinem .{1,40} gesendet|gesendet (?:von|mit) )|inviato da|verzonden (?:vanaf|met|via) |skickat från |sendt fra |отправлено (?:с|из) |发自我的|發自我的|来自我的|從我的|iPhoneから送信|diese nachricht wurde von meinem|this (?:e-?mail|message) was sent (?:from|via) my)/i;

const disclaimer =
  /^(?:\W{0,5})(?:confidential(?:ity)?\b.{0,40}(?:notice|:)|disclaimer\b|(?:this|the information (?:contained )?in this|the contents of this) (?:e-?mail|message|communication|transmission)\b.{0,120}(?:confidential|intended|privileged|legally)|diese (?:e-?mail|nachricht)\b.{0,80}vertraulich|ce (?:message|courriel)\b.{0,80}confidentiel|este (?:mensaje|correo)\b.{0,80}confidencial|本邮件.{0,40}保密)/iu;

/** "Kind regards," and its like, alone on a line. */
export function isSignOff(line: string): boolean {
  return line.length <= 60 && signOff.test(line);
}

/** "Sent from my iPhone", as telephones and mail programs add it. */
export function isSentFrom(line: string): boolean {
  return line.length <= 120 && sentFrom.test(line);
}

/** The first line of a legal notice: "This e-mail and any attachments are confidential …". */
export function startsDisclaimer(line: string): boolean {
  return disclaimer.test(line.slice(0, 300));
}
