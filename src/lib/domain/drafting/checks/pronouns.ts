import { genderOf, type Gender } from '#lib/domain/drafting/names/gender.ts';
import type { Checked } from './faults.ts';

const PRONOUN =
	/\b(?:he|she|it|they|him|them|himself|herself|themselves|itself|this|these|those)\b/i;
const OWNER = /\b(?:his|her|their|its)\b/i;
const AUXILIARY =
	'(?:is|are|was|were|be|been|do|does|did|has|have|had|will|would|can|could|may|might|shall|should|must)';
const LEADING = new RegExp(
	`^(?:[\\w'’,-]+\\s+){0,9}?${AUXILIARY}\\s+(?:not\\s+)?(?:he|she|it|they|we|I|you|him|her|them|his|their|its|our|my|this|that|these|those)\\b`,
	'i'
);

const isMany = (answer: string) => / and |[^s]s$|\b(?:people|men|women|children)\b/u.test(answer);

/** A person alone, whose full name tells whether "his" or "her" is right. */
function isPerson({ question, answer }: Checked, gender: Gender): boolean {
	const name = /^(?:\p{Ll}+ )*(\p{Lu}\p{Ll}+ \p{Lu}.*)/u.exec(answer)?.[1];
	if (name === undefined || !/^who\b/i.test(question) || isMany(answer)) return false;
	return genderOf(answer, name) === gender;
}

/** Whether what answers a question may be whose something is. */
const OWNS: Record<string, (checked: Checked) => boolean> = {
	his: (checked) => isPerson(checked, 'male'),
	her: (checked) => isPerson(checked, 'female'),
	its: ({ question, answer }) => /^(?:what|which)\b/i.test(question) && !isMany(answer),
	their: ({ question, answer }) =>
		/^who\b/i.test(question) && isMany(answer) && !/^the .*\p{Lu}/u.test(answer)
};

/** "Who launched his first ship? Carl Dorn": whose it is is what is asked for. */
function isOfAnswer(pronoun: string, checked: Checked): boolean {
	return checked.rule === 'subject' && OWNS[pronoun.toLowerCase()]?.(checked) === true;
}

/** Whether a question has a pronoun without a name or noun before it that it may stand for. */
export function hasLonePronoun(checked: Checked): boolean {
	const question = checked.question.replace(/“[^”]*”/gu, '“”');
	const found = PRONOUN.exec(question) ?? OWNER.exec(question);
	if (found && isOfAnswer(found[0], checked)) return false;
	if (LEADING.test(question)) return true;
	if (!found) return false;
	const before = question.slice(0, found.index).replace(/^\W*\w+/, '');
	const isBehindNoun = OWNER.test(found[0]) && /\b(?:the|a|an|\d[\d,]*)\b/.test(before);
	return !isBehindNoun && !/\b[A-Z][\w'’-]+/.test(before);
}
