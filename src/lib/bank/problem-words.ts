import type { ForeignFile, Problem, ProblemCode, ProblemData } from './problems.ts';

const meant = (suggestion: string | undefined) =>
	suggestion === undefined ? '' : `; did you mean ${suggestion}?`;

const quoted = (text: string) => `"${text.length > 80 ? `${text.slice(0, 77)}…` : text}"`;

const FOREIGN: Record<ForeignFile, string> = {
	backup: 'a backup of Recount, not a bank file; restore it under Settings',
	json: 'a JSON file, not a bank file; choose a file that Recount exported as a bank',
	'web-page': 'a web page, not a bank file; add its text as a report instead',
	gzip: 'a packed file, perhaps a backup of Recount; a backup is restored under Settings',
	zip: 'a packed or office file, not a bank file; choose a file that Recount exported as a bank',
	pdf: 'a PDF, not a bank file; copy its text and add that as a report instead',
	picture: 'a picture, not a bank file; choose a file that Recount exported as a bank',
	database: 'a database, not a bank file; choose a file that Recount exported as a bank',
	binary: 'no text at all; choose a file that Recount exported as a bank'
};

/** What is wrong and what to do, of each code. */
const WORDS: { [C in ProblemCode]: (data: ProblemData[C]) => string } = {
	'file-name': () => 'only .yaml files are read; end the name in .yaml or move the file out',
	'no-report': () => 'there is no report here; add a file <report-id>.yaml',
	'too-large': ({ characters, most }) =>
		`${characters} characters are more than the ${most} a file may have; split the report`,
	'not-text': ({ character }) =>
		`the character ${character} does not belong into text; save the file as UTF-8 text`,
	yaml: ({ reason }) => `not readable as YAML: ${reason}; correct it, or put the text in quotes`,
	'yaml-empty': () => 'the file is empty; fill it or delete it',
	'yaml-documents': () => 'a second document starts here; keep one a file',
	'yaml-alias': ({ name }) => `anchors and aliases (${name}) are not read; write the value out`,
	'yaml-tag': ({ tag }) => `the tag ${tag} is not read; leave it out`,
	'yaml-too-deep': () => 'this is nested too deep to be a bank; compare with questions/README.md',
	'bad-key': ({ key }) => `${quoted(key)} cannot be a key; leave it out`,
	'duplicate-key': ({ key }) => `the key ${key} stands here a second time; keep one`,
	'unknown-key': ({ key, known, suggestion }) =>
		/^\d/.test(key)
			? `a comma parts the entries of { } and [ ], so ${key} became a key; put the figure in quotes`
			: `unknown key ${quoted(key)}${meant(suggestion) || `; known are ${known.join(', ')}`}`,
	'missing-key': ({ key }) => `the key ${key} is missing; add it`,
	'foreign-file': ({ what }) => `this is ${FOREIGN[what]}`,
	'wrong-kind': ({ kind }) =>
		kind === ''
			? 'this is no bank file; one begins with `kind: recount-bank`'
			: `this is a file of the kind ${quoted(kind)}; a bank file begins with \`kind: recount-bank\``,
	'wrong-version': ({ version, known }) =>
		Number(version) > known
			? `the file is of version ${version}, made by a newer Recount; update this one, which reads version ${known}`
			: `${quoted(version)} is no version of a bank file; write ${known}`,
	'not-own': ({ id }) =>
		`${quoted(id)} may not be the report of a bank file; give it an id of its own, r- and a UUID`,
	'wrong-type': ({ expected, received }) =>
		`${received} stands here; write ${expected}${expected === 'text' ? ' (a bare number needs quotes)' : ''}`,
	'not-listed': ({ value, listed, suggestion }) =>
		`${quoted(value)} is not possible here${meant(suggestion) || `; choose one of ${listed.join(', ')}`}`,
	empty: () => 'there is nothing here; write it or delete the key',
	'too-long': ({ most }) => `longer than ${most} characters; shorten it`,
	'too-few': ({ least }) => `at least ${least} are needed; add what is missing`,
	'bad-id': ({ id }) =>
		`${quoted(id)} is no id; use small letters, digits and hyphens between them`,
	'bad-date': ({ value }) => `${quoted(value)} is no date; write 2016, 2016-09 or 2016-09-24`,
	'answer-form': ({ found }) =>
		`an answer is one of name, names, text or quantity, and here ${found.length === 0 ? 'is none' : `are ${found.join(' and ')}`}; give exactly one`,
	'report-file': ({ id }) => `the report is ${id} but its file is not; name it ${id}.yaml`,
	'duplicate-id': ({ id, first }) =>
		`the id ${id} is taken at ${first}; give this one an id of its own`,
	'reserved-id': ({ id }) => `the id ${id} is kept for other uses; choose another`,
	'lost-id': ({ id }) =>
		`${id} was published and is gone; bring it back, or list it under \`was\` of the question that replaces it`,
	'bad-lock-line': ({ text }) => `${quoted(text)} is no id; delete the line`,
	'was-in-use': ({ id }) => `${id} is still in use; take it out of \`was\``,
	dangling: ({ id, what, suggestion }) =>
		`there is no ${what} ${id}${meant(suggestion) || `; correct it or add the ${what}`}`,
	'not-a-place': ({ id, type }) => `${id} is a ${type}; name a country, city, district or landmark`,
	'circular-part': ({ id, through }) =>
		`${[id, ...through, id].join(' → ')} runs in a circle; cut it`,
	'ambiguous-name': ({ text, id, first }) =>
		`${quoted(text)} also stands for ${id} at ${first}; keep it with one of them`,
	'repeated-fact': ({ id }) => `the fact ${id} stands here twice; keep one`,
	'lone-fact': ({ relation }) => `"${relation}" needs two facts or more; add one`,
	'paragraph-range': ({ paragraph, paragraphs }) =>
		`there is no paragraph ${paragraph}; the report has 1 to ${paragraphs}, or caption`,
	'brief-length': ({ level, words }) => `the ${level} brief has ${words} words; make it 120 to 180`,
	'bad-quantity': ({ text }) =>
		`${quoted(text)} does not read as one figure; write it like "about 70 people"`,
	'answer-in-question': ({ text }) => `the question gives away ${quoted(text)}; ask without it`,
	'answer-in-cue': ({ text }) => `the cue gives away ${quoted(text)}; write it without`,
	'answer-kind': ({ kind, found, wants }) =>
		`${kind} is answered by ${found}; give ${wants}, or change the kind`,
	'distractor-right': ({ text, equals }) =>
		`${quoted(text)} is right, being ${quoted(equals)}; choose a wrong one`,
	'distractor-repeated': ({ text, first }) =>
		`${quoted(text)} says what the one at ${first} says; choose another`,
	'distractor-part': ({ text, answer }) =>
		`${quoted(text)} is a part or a whole of ${quoted(answer)}, or acts for it; choose one that is surely wrong`,
	'near-miss-right': ({ text, equals }) =>
		`the near miss ${quoted(text)} is right, being ${quoted(equals)}; take one of them out`,
	'time-word': ({ word }) => `${quoted(word)} means another day to every reader; give the date`,
	'missing-explain': ({ because }) =>
		`an explanation is missing (${{ core: 'core questions need one', comparison: "a comparison's question needs one", choose: 'it may be asked as choose' }[because]}); add \`explain\`, at most 40 words`,
	'long-explain': ({ words }) => `the explanation has ${words} words; shorten it to 40`,
	'duplicate-question': ({ first }) => `the same is asked at ${first}; delete or reword one`,
	'duplicate-answer': ({ first }) =>
		`the fact already asks this kind for this answer at ${first}; delete one`,
	'grave-open': () =>
		'a grave figure must not be asked beside invented ones; add `forms: [type]`, or real figures as distractors',
	'grave-form': ({ form }) => `grave matter is never asked as ${form}; take the form out`,
	'invented-figure': ({ text }) =>
		`${quoted(text)} stands in no fact of the bank; use a real figure or \`forms: [type]\``,
	'shared-words': ({ report, words }) =>
		`${quoted(words)} are words of ${report}; say it in your own`
};

/** What is wrong; what to do: a problem without its place. */
export function problemText({ code, data }: Pick<Problem, 'code' | 'data'>): string {
	const words = WORDS[code] as (data: Problem['data']) => string;
	return words(data);
}

/** A problem as one line: `file:line:column: what is wrong; what to do`. */
export function problemWords(problem: Problem): string {
	return `${problem.file}:${problem.line}:${problem.column}: ${problemText(problem)}`;
}
