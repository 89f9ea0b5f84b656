import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { guessMapping } from '../../../src/ingest/survey/guess-mapping.ts';
import { readRecord, sampleRecords, tableLayout } from '../../../src/ingest/survey/read-table.ts';

const opinions = [
  'The parcel came three days late and nobody told me',
  'Friendly staff and a very quick answer',
  'Far too expensive for what it is',
  'The website kept crashing when I tried to pay',
  'I will tell all my friends about this shop',
];

/** Rows with one cell of each column a row. */
const rowsOf = (...columns: ((index: number) => string)[]) =>
  Array.from({ length: 40 }, (_, index) => columns.map((column) => column(index)));

const opinion = (index: number) => `${opinions[index % 5]} (${index})`;

describe('guessMapping', () => {
  test('finds answers, id, customer, date and language, and leaves coded data alone', () => {
    const columns = ['Response ID', 'Customer No', 'Submitted', 'Lang', 'Region', 'Age', 'What could we do better?'];
    const rows = rowsOf(
      (index) => `R${index}`,
      (index) => `C${index % 30}`,
      (index) => `2024-05-${10 + (index % 20)}`,
      () => 'en',
      (index) => ['North', 'South'][index % 2]!,
      (index) => String(20 + index),
      opinion,
    );
    expect(guessMapping(columns, rows)).toEqual({
      text: ['What could we do better?'],
      id: 'Response ID',
      customer: 'Customer No',
      date: 'Submitted',
      language: 'Lang',
    });
  });

  test('tells from the rows whether days or months come first', () => {
    const columns = ['comment', 'date'];
    expect(
      guessMapping(
        columns,
        rowsOf(opinion, (index) => `${1 + (index % 28)}/03/2024`),
      ).dateOrder,
    ).toBe('dmy');
    expect(
      guessMapping(
        columns,
        rowsOf(opinion, (index) => `03/${1 + (index % 28)}/2024`),
      ).dateOrder,
    ).toBe('mdy');
    expect(
      guessMapping(
        columns,
        rowsOf(opinion, (index) => `2024-03-${10 + (index % 9)}`),
      ),
    ).not.toHaveProperty('dateOrder');
  });

  test('takes several columns of answers, and a title for the subject', () => {
    const columns = ['Title', 'What was good', 'What was bad', 'Stars'];
    const title = (index: number) => `${opinion(index).split(' ').slice(0, 3).join(' ')} ${index}`;
    const rows = rowsOf(
      title,
      opinion,
      (index) => opinion(index + 2),
      (index) => String(index % 5),
    );
    expect(guessMapping(columns, rows)).toEqual({ text: ['What was good', 'What was bad'], subject: 'Title' });
  });

  test('ignores what the company wrote back', () => {
    const columns = ['body', 'answer', 'queue'];
    const rows = rowsOf(
      opinion,
      (index) => `Dear customer, ${opinion(index)} and we are sorry`,
      () => 'Billing',
    );
    expect(guessMapping(columns, rows)).toEqual({ text: ['body'], ignore: ['answer'] });
  });

  test('but takes a column named answer where there is no other', () => {
    const columns = ['question', 'answer'];
    expect(
      guessMapping(
        columns,
        rowsOf(() => 'What could we do better for you?', opinion),
      ).text,
    ).toEqual(['answer']);
  });

  test('takes terse answers by their column’s name, and repeated questions for coded data', () => {
    const columns = ['Comment', 'Question'];
    const terse = (index: number) =>
      ['very good', 'too slow', 'not bad'][index % 3]! + ['', ' indeed', ' again', ' today'][index % 4]!;
    expect(
      guessMapping(
        columns,
        rowsOf(terse, () => 'How did you like your stay with us?'),
      ).text,
    ).toEqual(['Comment']);
  });

  test('takes answers of one word where no column has more', () => {
    const word = (index: number) => ['Good', 'Bad'][index % 2]!;
    expect(
      guessMapping(
        ['id', 'comment', 'region'],
        rowsOf(String, word, () => 'North'),
      ).text,
    ).toEqual(['comment']);
    expect(guessMapping(['How was it?'], rowsOf(word)).text).toEqual(['How was it?']);
  });

  test('reads Chinese columns', () => {
    const columns = ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '一级分类'];
    const rows = rowsOf(
      (index) => String(1000 + index),
      (index) => `A000${index}`,
      (index) => `关于${index}号楼的物业管理问题`,
      (index) => `2020/1/${1 + (index % 28)} 11:17:46`,
      (index) => `我们小区${index}号楼的物业管理很差，请有关部门尽快处理这个问题。`,
      () => '城乡建设',
    );
    expect(guessMapping(columns, rows)).toEqual({
      text: ['留言详情'],
      id: '留言编号',
      customer: '留言用户',
      date: '留言时间',
      subject: '留言主题',
    });
  });

  test('an unnamed first column of numbers is the id', () => {
    expect(guessMapping(['column 1', 'review'], rowsOf(String, opinion)).id).toBe('column 1');
  });

  test('finds no answers among codes, and none in no rows', () => {
    expect(
      guessMapping(
        ['q1', 'q2'],
        rowsOf(
          () => '1',
          () => '5',
        ),
      ).text,
    ).toEqual([]);
    expect(guessMapping(['comment', 'date'], []).text).toEqual([]);
  });
});

const data = fileURLToPath(new URL('../../../../shared/data', import.meta.url));

describe.skipIf(!existsSync(data))('guessMapping on real files (skipped where ../shared/data is absent)', () => {
  test.each([
    ['surveys/nhs-fft/phase1_text_data.csv', ['feedback']],
    ['surveys/nhs-fft/v6framework_NEAS.csv', ['FFT answer']],
    ['surveys/womens-clothing/reviews.csv', ['Review Text']],
    ['surveys/sfo/2010_SFO_Customer_Survey.csv', []],
    ['complaints/cfpb/payday_loans_2023.csv', ['Consumer complaint narrative']],
    ['complaints/cfpb/narratives_product.csv', ['Consumer complaint narrative']],
    ['complaints/cfpb/coded_only_2014.csv', []],
    ['complaints/comcast/Comcast_telecom_complaints_data.csv', ['Customer Complaint']],
    ['complaints/gov-hotline-zh/messages_with_replies.csv', ['留言详情']],
    ['complaints/tickets-multilang/dataset-tickets-multi-lang-4-20k.csv', ['body']],
    ['complaints/bug-triage/Eclipse.csv', ['sd']],
    ['complaints/it-tickets/all_tickets.csv', ['body']],
    ['sentiment/airline-tweets/tweets.csv', ['text']],
    ['sentiment/zh-reviews/online_shopping_8_cats.csv', ['review']],
    ['transcripts/multidogo/airline/dev.tsv', ['utterance']],
  ])('%s: %j', (file, text) => {
    const head = readFileSync(`${data}/${file}`).subarray(0, 256 * 1024);
    const layout = tableLayout(head, false)!;
    const rows = sampleRecords(head, false, layout, 200).map((record) => readRecord(record, layout));
    expect(guessMapping(layout.columns, rows).text).toEqual(text);
  });
});
