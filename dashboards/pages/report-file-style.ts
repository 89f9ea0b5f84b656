import { type Html, html } from '../html.ts';

/** What the file looks like: a page's look in a few lines, for a file that brings no style sheet along. */
export const reportFileStyle: Html = html`<style>
:root{color-scheme:light dark}
body{font:15px/1.5 system-ui,sans-serif;margin:0;color:#17212b;background:#f4f6f8}
main{max-width:70rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:1.5rem}h2{font-size:1.05rem;margin:0 0 .5rem}
a{color:#1b6079}.hint,.detail,caption{color:#55626f;font-size:.87rem}.unseen,caption{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.card,.tile{background:#fff;border:1px solid #d9e0e6;border-radius:10px;padding:1rem 1.1rem;margin:0 0 1rem;overflow-x:auto}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:0 1rem;list-style:none;margin:0;padding:0}
.tile h2{font-weight:500;color:#55626f;font-size:.87rem;margin:0}.tile p,.figure{margin:0}.figure{font-size:1.7rem;font-weight:650}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(22rem,1fr));gap:0 1rem;align-items:start}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .5rem;border-top:1px solid #d9e0e6;vertical-align:top}thead th{border:0;color:#55626f;font-weight:500;font-size:.87rem}tbody th{font-weight:400}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}.picture{margin:0}.axis{display:flex;justify-content:space-between;color:#55626f;font-size:.87rem}
.day-bars{width:100%;height:90px;display:block}.ground{fill:transparent}.bar-then{fill:#b9c4cd}.bar-now{fill:#1b6079}
.facts{margin:0;display:grid;gap:.3rem}.facts div{display:grid;grid-template-columns:6rem 1fr;gap:.8rem}.facts dt{color:#55626f}.facts dd{margin:0}
.notice{background:#e5f1f5;border-left:3px solid #1b6079;padding:.5rem .8rem}.late .figure,.late a{color:#a12a12}code{font-size:.85em}
@media(prefers-color-scheme:dark){body{background:#0f151a;color:#e4ebf1}.card,.tile{background:#182027;border-color:#2b3640}a{color:#7cc4dc}.hint,.detail,.axis,.tile h2,thead th,.facts dt{color:#9cabb8}th,td{border-color:#2b3640}.notice{background:#16303a}.bar-then{fill:#44525f}.bar-now{fill:#7cc4dc}.late .figure,.late a{color:#ff9c85}}
</style>`;
