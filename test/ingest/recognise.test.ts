import { describe, expect, test } from 'vitest';
import { recognise } from '../../src/ingest/recognise.ts';

const told = (name: string, content: string | Uint8Array, ended = true) => {
  const found = recognise(name, typeof content === 'string' ? Buffer.from(content) : content, ended);
  return 'reason' in found ? found.reason : `${found.format} ${found.channel} ${found.split}`;
};

const mail = 'Received: from mx\nFrom: a@example.com\nTo: b@example.com\nSubject: x\n\nHello.\n';
const dialogue = 'Agent: Hello, how can I help?\nCustomer: My bill is wrong.\nAgent: I see.\nCustomer: So mend it.\n';

describe('recognise tells by content, whatever the name', () => {
  test.each([
    ['eml email whole', mail],
    ['eml email whole', 'Subject: x\r\nDate: Mon, 1 Jan 2024 10:00:00 +0000\r\n\r\nHello.'],
    ['eml email mbox', `From a@example.com Thu Aug 22 12:36:23 2024\n${mail}`],
    ['eml email mbox', 'From nobody\nX-Whatever: yes\n\nHello.'],
    ['vtt call whole', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHi'],
    ['vtt call whole', '\ufeffWEBVTT - a title\n\n'],
    ['srt call whole', '1\n00:00:01,000 --> 00:00:02,000\nHi'],
    ['srt call whole', '0:00:01.000,0:00:02.000\nHi'],
    ['contact-lens call whole', '{"Participants":[],"Transcript":[]}'],
    ['contact-lens call whole', '{\n "JobStatus": "COMPLETED",\n "Transcript": []\n}'],
    ['contact-lens call whole', '[{"speaker":"agent","text":"Hi"},{"speaker":"customer","text":"Hi"}]'],
    ['contact-lens call whole', '{"ClientId":"1","Content":"**Agent:** Hello\\n\\n**Customer:** Hi"}'],
    ['jsonl survey lines', '{"id":1,"comment":"late"}\n{"id":2,"comment":"cold"}\n'],
    ['jsonl survey lines', '{"id":1,"comment":"late"}'],
    ['jsonl survey lines', '{"id":1,"comm\n{"id":2,"comment":"cold"}\n'],
    ['dialogue call whole', dialogue],
    ['dialogue call whole', '# region: north\n# date: 2024-03-05\n\nCustomer: My bill is wrong.\nAgent: I see.\n'],
    [
      'dialogue call whole',
      '[00:01] Anna: Hello there.\n[00:04] Tom: Hello you.\nand more\n[00:09] Anna: Bye now.\n[00:12] Tom: Bye.\n',
    ],
    ['dialogue call whole', '**Agent:** Hello there.\n\n**Customer:** My bill is wrong.\n'],
    [
      'dialogue call whole',
      '客服：您好，请问有什么可以帮您？\n顾客：我的账单 有错。\n客服：我看一下。\n顾客：好的。\n',
    ],
    ['csv survey rows', 'id,comment,date\n1,late,2024-01-01\n2,cold,2024-01-02\n'],
    ['csv survey rows', 'id;comment\n1;late, and cold\n2;broken\n'],
    ['tsv survey rows', 'id\tcomment\n1\tlate\n2\tcold\n'],
    ['plain email whole', 'Dear Sir or Madam,\n\nmy bill is wrong, again.\n'],
    ['plain email whole', 'Hello, Bob\nThanks, Alice\nBye, all\n'],
    [
      'plain email whole',
      'Name: Anna Berg\nAddress: High Street 1\nPhone: 123\nOrder: 77\nI want my money back, now.\n',
    ],
    ['plain email whole', 'I have one question: where is my refund?\nIt is late.\n'],
  ])('%s: %j', (expected, content) => {
    expect(told('file', content)).toBe(expected);
    expect(told('wrong.txt', content)).toBe(expected);
  });

  test('a table keeps being one in UTF-16, and so does a mail', () => {
    expect(told('a', Buffer.from('\ufeffid\tcomment\n1\tlate\n2\tcold\n', 'utf16le'))).toBe('tsv survey rows');
    expect(told('a', Buffer.from(`\ufeff${mail}`, 'utf16le'))).toBe('eml email whole');
  });

  test('a mail may carry binary parts', () => {
    expect(told('a', Buffer.concat([Buffer.from(mail), Buffer.alloc(5000, 0)]))).toBe('eml email whole');
  });

  test('the beginning of a long file is enough', () => {
    const row = '1,the parcel came late\n'.repeat(20);
    expect(told('a', `id,comment\n${row}2,"cut off in the mid`, false)).toBe('csv survey rows');
    expect(told('a', `{"Transcript":[${'{"Content":"x"},'.repeat(50)}`, false)).toBe('contact-lens call whole');
  });
});

describe('a name breaks ties', () => {
  test('between one mail header and none', () => {
    expect(told('a.eml', 'Subject: x\n\nHello.')).toBe('eml email whole');
    expect(told('a.txt', 'Subject: x\n\nHello.')).toBe('plain email whole');
  });

  test('between a table of one column and a letter', () => {
    expect(told('a.csv', 'comment\nlate\ncold\n')).toBe('csv survey rows');
    expect(told('a.txt', 'comment\nlate\ncold\n')).toBe('plain email whole');
  });

  test('for captions without a time', () => {
    expect(told('a.srt', 'some text')).toBe('srt call whole');
  });
});

describe('what cannot be read is named for a person', () => {
  test.each([
    ['', 'The file is empty.'],
    ['\ufeff \n', 'The file is empty.'],
    ['\x89PNG\r\n\x1a\n\0', 'The file looks like a PNG image. Earshot reads mails'],
    ['PK\x03\x04\0\0', 'The file looks like a ZIP archive, or an Excel or Word file (save it as CSV or text).'],
    ['<!DOCTYPE html><html></html>', 'The file looks like an HTML or XML page.'],
    ['<?xml version="1.0"?><a/>', 'The file looks like an HTML or XML page.'],
    ['{"a": {"b": 1}}', 'The file is JSON, but neither the transcript of a call nor answers one JSON object a line.'],
    ['[1, 2, 3]', 'The file is a JSON list, but not of the turns of a call'],
    ['\x01\x02\x03\x04\x05\x06', 'The file looks like binary data.'],
  ])('%j', (content, reason) => {
    expect(told('file', Buffer.from(content, content.charCodeAt(0) === 0xfeff ? 'utf8' : 'latin1'))).toContain(reason);
  });
});
