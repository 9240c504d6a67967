import { PEOPLES } from '#lib/domain/drafting/names/data/demonyms.ts';
import type { Mention, WordRange } from '#lib/domain/drafting/types.ts';
import type { PhraseRow } from '#lib/domain/drafting/clauses/phrase-row.ts';
import { nounGroupAt } from '#lib/domain/drafting/clauses/noun-groups.ts';
import { wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { isPastOffice, officeTime } from '#lib/domain/drafting/asking/wording/office-time.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';
import { sortAt } from '#lib/domain/drafting/asking/wording/sort-of.ts';
import { pointsElsewhere } from '#lib/domain/drafting/asking/wording/answer-range.ts';

const MOST_WORDS = 9;
/** What the same fact asked the other way round is worth less. */
const MIRRORED = 0.3;
/** How far before a comma the noun phrase may begin. */
const MOST_PHRASES = 5;

interface Apposition {
	name: Mention;
	/** "the head of Nato", "an English teacher". */
	role: WordRange & { head: number };
}

/** "Jens Stoltenberg, the head of Nato,": the noun phrase between the commas. */
function behind({ row, sentence }: Reading, name: Mention): Apposition | undefined {
	const comma = row.phrases.findIndex(({ first }) => first === name.last + 1);
	if (!row.is(comma, 'comma') || !row.is(comma + 1, 'noun')) return undefined;
	const { first, last, head, isList } = nounGroupAt(row, comma + 1, true);
	const isClosed = /^(?:[,.;”"]|)$/.test(wordAt(sentence.words, last + 1).text);
	return isList || !isClosed ? undefined : { name, role: { first, last, head } };
}

/** Index of the noun phrase that ends at a comma and depends on nothing before it, or −1. */
function nounUpTo(row: PhraseRow, comma: number): number {
	for (let at = comma - 1; at >= Math.max(0, comma - MOST_PHRASES); at -= 1) {
		const opens = row.is(at, 'noun') && !row.is(at - 1, 'preposition', 'and', 'comma');
		if (opens && nounGroupAt(row, at, true).to === comma) return at;
	}
	return -1;
}

/** "The director general of the BCC, John Longworth": the noun phrase before the comma. */
function before({ row, sentence }: Reading, name: Mention): Apposition | undefined {
	const { words } = sentence;
	const comma = row.phrases.findIndex(({ first }) => first === name.first - 1);
	if (!row.is(comma, 'comma') || wordAt(words, name.last + 1).tag === 'PART') return undefined;
	const at = nounUpTo(row, comma);
	if (at < 0 || row.text(at) !== 'the') return undefined;
	const { first, last, head, isList } = nounGroupAt(row, at, true);
	return isList ? undefined : { name, role: { first, last, head } };
}

function isRole(reading: Reading, { name, role }: Apposition): boolean {
	if (role.last - role.first >= MOST_WORDS || pointsElsewhere(reading, role)) return false;
	const sort = sortAt(reading.sentence, role.head);
	const isName = reading.sentence.mentions.some(
		({ first, last }) => first <= role.first && last >= role.head
	);
	const opening = reading.sentence.words[role.first]?.tag ?? 'X';
	if (isName || opening === 'NUM' || PEOPLES.has(name.full.toLowerCase())) return false;
	return name.sort === 'person' ? sort === 'person' : name.sort === 'place' && sort === 'place';
}

const OF_WHAT: Partial<Record<ReturnType<typeof sortAt>, string>> = {
	group: 'Of which organisation',
	country: 'Of which country',
	city: 'Of which city'
};

/** "Of which organisation was Jens Stoltenberg the head?" */
function askWhole(reading: Reading, { name, role }: Apposition): Proposal[] {
	const { sentence } = reading;
	const { words } = sentence;
	const isOf = wordAt(words, role.head + 1).text === 'of' && role.head + 1 < role.last;
	const asked = isOf ? OF_WHAT[sortAt(sentence, role.last)] : undefined;
	if (!asked || name.sort !== 'person') return [];
	const described = words.slice(role.first, role.head + 1).map(({ text }) => text);
	const held = described.join(' ').replace(/^The /, 'the ');
	const answer = { first: role.head + 2, last: role.last };
	const time = officeTime(reading, `${held} of ${render(reading, answer)}`);
	const question = `${asked} was ${name.full} ${held}${time}?`;
	return [{ kind: 'what', question, answer, rule: 'role-of', confidence: 0.6, used: [name] }];
}

function ask(reading: Reading, { name, role }: Apposition): Proposal[] {
	const answer = { first: name.first, last: name.last };
	const described = render(reading, role);
	const isOneOfMany = /^an?\b/i.test(described);
	const base = { confidence: 0.8 + 0.2 * name.margin };
	const isPerson = name.sort === 'person';
	const opening = isPerson ? 'Who was' : 'What is';
	const time = isPerson ? officeTime(reading, described) : '';
	const who: Proposal = {
		...base,
		kind: isPerson ? 'who' : 'what',
		question: `${opening} ${described}${time}?`,
		answer,
		rule: 'role',
		used: [role]
	};
	const what: Proposal = {
		...base,
		kind: isPerson ? 'who' : 'what',
		question: `${opening} ${name.full}${time}?`,
		answer: { first: role.first, last: role.last },
		rule: 'name',
		used: [answer]
	};
	if (isOneOfMany || isPastOffice(described)) return [what];
	const mirrored = { ...what, confidence: what.confidence - MIRRORED };
	return [who, mirrored, ...askWhole(reading, { name, role })];
}

/** "Who was the head of Nato?", "Who was Jens Stoltenberg?" */
export function askApposition(reading: Reading): Proposal[] {
	return reading.sentence.mentions
		.filter(({ sort }) => sort === 'person' || sort === 'place')
		.flatMap((name) => behind(reading, name) ?? before(reading, name) ?? [])
		.filter((apposition) => isRole(reading, apposition))
		.flatMap((apposition) => ask(reading, apposition));
}
