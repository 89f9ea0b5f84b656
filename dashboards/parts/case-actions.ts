import { type Html, html } from '../html.ts';
import type { CaseView } from '../views/departments.ts';

/** What can be done with a case: forms and nothing else, so that keyboard and screen reader reach all of it. */
export function caseActionForms(view: CaseView): Html {
  const { actions: possible, teams, mergedInto, suggestion, sendsAnswers } = view;
  if (mergedInto) return html`<p>Its texts went to <a href="${mergedInto.href}">case ${mergedInto.id}</a>.</p>`;
  const form = formOf(view);
  const note = html`<label>Note <input type="text" name="note" maxlength="500" autocomplete="off"></label>`;
  return html`${possible.includes('accept') && form('accept', html`<button class="primary">Accept</button>`)}
${possible.includes('answer') && form('answer', html`<label>Answer to the customer <textarea name="answer" rows="6" maxlength="20000">${suggestion}</textarea></label><button>${sendsAnswers ? 'Send and mark as answered' : 'Mark as answered'}</button>`)}
${possible.includes('close') && form('close', html`${note}<button>Close</button>`)}
${
  possible.includes('reassign') &&
  form(
    'reassign',
    html`<label>Department <select name="team" required><option value="">Choose</option>${teams.map(({ team, name }) => html`<option value="${team}">${name}</option>`)}</select></label>${note}<button>Reassign</button>`,
  )
}
${possible.includes('reopen') && form('reopen', html`${note}<button>Open again</button>`)}`;
}

/** What of a case can be set whatever its state. */
export function caseEditForms(view: CaseView): Html {
  if (view.mergedInto) return html``;
  const form = formOf(view);
  const { members, owner, tags, case: found } = view;
  const option = ({ userId, name }: CaseView['members'][number]) =>
    html`<option value="${userId}"${name === owner && html` selected`}>${name}</option>`;
  return html`<details><summary>Owner, due time, tags, notes, merging</summary>
${form('own', html`<label>Owner <select name="owner"><option value="">Nobody</option>${members.map(option)}</select></label><button>Set owner</button>`)}
${form('due', html`<label>Due (UTC) <input type="datetime-local" name="dueAt" required value="${found.dueAt.slice(0, 16)}"></label><button>Set due time</button>`)}
${form('tag', html`<label>Tags, apart by commas <input type="text" name="tags" maxlength="500" value="${tags.join(', ')}" autocomplete="off"></label><button>Set tags</button>`)}
${form('note', html`<label>Note <input type="text" name="note" maxlength="500" required autocomplete="off"></label><button>Add note</button>`)}
${form('merge', html`<label>Number of the case with the same matter <input type="number" name="into" min="1" required></label><button>Merge into it</button>`)}
</details>`;
}

/** The complaints of a case; all but the first can be split off. */
export function caseTextList(view: CaseView): Html {
  const form = formOf(view);
  return html`<ul class="case-texts">${view.texts.map(
    ({ id, href, title, because, route }, at) =>
      html`<li><p><a href="${href}">${title}</a> <span class="detail">${because}. ${route}</span></p>${at > 0 && form('split', html`<input type="hidden" name="text" value="${id}"><button aria-label="Give ${title} a case of its own">Split off</button>`)}</li>`,
  )}</ul>`;
}

/** Every form says which state of the case it was made from. */
function formOf({ case: found, version }: CaseView): (action: string, fields: Html) => Html {
  return (action, fields) =>
    html`<form class="action" method="post" action="${found.href}/${action}"><input type="hidden" name="version" value="${version}">${fields}</form>`;
}
