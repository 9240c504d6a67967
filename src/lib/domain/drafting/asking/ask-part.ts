import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import { pointsElsewhere } from './answer-range.ts';
import { fitLead, fitParts, questionOf } from './fit-parts.ts';
import { isPlural } from './plural.ts';
import type { Proposal } from './proposal.ts';
import type { Reading } from './reading.ts';
import { render } from './render.ts';
import { splitVerb } from './verb-forms.ts';

/** What is asked for of a clause, and with which words. */
export interface AskedPart {
	part: Part;
	/** "Who", "How many people". */
	words: string;
	/** A preposition that stays where it stood. */
	stranded?: string;
}

/** Whether the subject can stand in a question: it names something. */
function hasSubject(reading: Reading, { subject }: Clause): boolean {
	const replaced = reading.replacements.some(({ first }) => first === subject.first);
	return replaced || !pointsElsewhere(reading, subject);
}

/** "Who did the troops attack from the north?": the clause turned round, without the part asked for. */
export function turned(
	reading: Reading,
	clause: Clause,
	{ part, words, stranded = '' }: AskedPart
): Pick<Proposal, 'question' | 'used'> | undefined {
	const { subject, verb, parts } = clause;
	if (!hasSubject(reading, clause)) return undefined;
	const split = splitVerb(reading, verb, isPlural(reading.sentence, subject));
	if (!split) return undefined;
	const isLead = clause.lead.includes(part);
	const at = isLead ? parts.length : parts.indexOf(part);
	const who = render(reading, subject);
	const taken = `${words} ${who} ${split.rest}`.split(' ').length + 1;
	const before = fitParts(reading, parts.slice(0, at), taken);
	if (before.length < at) return undefined;
	const behind = fitParts(reading, parts.slice(at + 1), taken + before.join(' ').split(' ').length);
	const size = taken + [...before, ...behind].join(' ').split(' ').length;
	const lead = isLead ? '' : fitLead(reading, clause, size);
	const pieces = [words, split.auxiliary, who, split.rest, ...before, stranded, ...behind, lead];
	const used = [
		subject,
		verb,
		...parts.slice(0, at),
		...parts.slice(at + 1, at + 1 + behind.length)
	];
	return { question: questionOf(pieces), used };
}
