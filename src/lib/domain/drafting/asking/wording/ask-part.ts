import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import { pointsElsewhere } from './answer-range.ts';
import { fitLead, fitParts, questionOf } from './fit-parts.ts';
import { isPlural, isSeveral } from './plural.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from './render.ts';
import { splitVerb } from './verb-forms.ts';

/** What is asked for of a clause, and with which words. */
export interface AskedPart {
	part: Part;
	/** "Who", "How many people". */
	words: string;
	/** A preposition that stays where it stood. */
	stranded?: string;
	/** How many parts behind it go with it. */
	skipped?: number;
}

/** Words of a list left out make a question say what the report does not, and a verb of thinking says nothing alone. */
export function isWhole({ parts }: Clause): boolean {
	return !parts.some(
		({ role, isOpenList, isNested }) =>
			isNested === true || (isOpenList === true && !/^(?:preposition|tail)$/.test(role))
	);
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
	{ part, words, stranded = '', skipped = 0 }: AskedPart
): Pick<Proposal, 'question' | 'used'> | undefined {
	const { subject, verb, parts } = clause;
	if (!hasSubject(reading, clause) || !isWhole(clause)) return undefined;
	const isMany = verb.implied ? isSeveral : isPlural;
	const split = splitVerb(reading, verb, isMany(reading.sentence, subject));
	if (!split) return undefined;
	const isLead = clause.lead.includes(part);
	const at = isLead ? parts.length : parts.indexOf(part);
	const who = render(reading, subject);
	const taken = `${words} ${who} ${split.rest}`.split(' ').length + 1;
	const before = fitParts(reading, parts.slice(0, at), { taken, answer: part });
	if (before.length < at) return undefined;
	const rest = parts.slice(at + 1 + skipped);
	const behind = fitParts(reading, rest, {
		taken: taken + before.join(' ').split(' ').length,
		answer: part
	});
	const size = taken + [...before, ...behind].join(' ').split(' ').length;
	const lead = isLead ? '' : fitLead(reading, clause, size);
	const pieces = [words, split.auxiliary, who, split.rest, ...before, stranded, ...behind, lead];
	const used = [subject, verb, ...parts.slice(0, at), ...rest.slice(0, behind.length)];
	return { question: questionOf(pieces), used };
}
