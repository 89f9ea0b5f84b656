import { describe, expect, it } from 'vitest';
import { html, jsonBlock } from '../../dashboards/html.ts';

describe('the template', () => {
  it('escapes every text, in elements and in attributes', () => {
    const evil = `<b onclick="x">'&'</b>`;
    expect(String(html`<p title="${evil}">${evil}</p>`)).toBe(
      '<p title="&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/b&gt;">&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/b&gt;</p>',
    );
  });

  it('puts markup of its own in as it is, and lists one after the other', () => {
    expect(String(html`<ul>${[1, '<', html`<li>x</li>`]}</ul>`)).toBe('<ul>1&lt;<li>x</li></ul>');
  });

  it('leaves nothing of what is not there, but shows nought', () => {
    expect(String(html`[${null}${undefined}${false}${0}]`)).toBe('[0]');
  });

  it('takes an object that looks like markup for no markup', () => {
    const fake = { toString: () => '<script>' } as unknown as string;
    expect(String(html`${fake}${[fake]}`)).toBe('&lt;script&gt;&lt;script&gt;');
  });
});

describe('data for a script', () => {
  it('cannot end its element, and reads back as it was', () => {
    const data = { text: '</script><script>alert(1)</script><!--', sign: '\u2028' };
    const block = String(jsonBlock('data', data));
    expect(block.match(/<\/?script/g)).toHaveLength(2);
    expect(block).not.toContain('<!--');
    expect(JSON.parse(block.replace(/<[^>]*>/g, ''))).toEqual(data);
  });
});
