import { dateOf } from './intake-dates.ts';
import { readPasted } from './intake.ts';
import type { DeskHead } from './types.ts';

/** What a pasted text says of itself. */
type HeadSuggestion = Partial<Pick<DeskHead, 'publisher' | 'date'>>;

const OWNER = /(?:©|\(c\)|copyright)[\s:©]*(?:\(c\)\s*)?/i;
const YEAR = /\b(?:19|20)\d{2}\b/;
const LEGAL_FORM = /(?:[\s,]+(?:limited|ltd|inc|llc|plc|corp|corporation|company|co))+\.?$/i;

function ownerIn(credit: string): string | undefined {
	const [marker] = OWNER.exec(credit) ?? [];
	if (marker === undefined) return undefined;
	const name = credit
		.slice(credit.indexOf(marker) + marker.length)
		.replace(/all rights reserved.*/i, '')
		.replace(/(?:\b(?:19|20)\d{2}\b[-–, ]*)+/g, ' ')
		.split(/[.;]\s|[)\]]/, 1)
		.join('')
		.replace(/[.,\s]+$/, '')
		.trim()
		.replace(LEGAL_FORM, '')
		.replace(/^(?:by\s+)?(?:the\s+)?/i, '');
	return /\p{L}{2}/u.test(name) && name.length <= 80 ? name : undefined;
}

/** Publisher and date as the credits of a pasted text state them; nothing is guessed from its sentences. */
export function suggestHead(pasted: string): HeadSuggestion {
	const credits = readPasted(pasted)
		.taken.filter(({ kind }) => kind === 'credit')
		.map(({ text }) => text.replace(/\s+/g, ' '));
	const owners = credits.flatMap((credit) => ownerIn(credit) ?? []);
	const owned = credits.filter((credit) => OWNER.test(credit));
	const dates = credits
		.filter((credit) => !OWNER.test(credit))
		.flatMap((line) => dateOf(line) ?? []);
	const [name] = owners;
	const date = dates[0] ?? owned.flatMap((credit) => YEAR.exec(credit)?.[0] ?? [])[0];
	return {
		...(name && { publisher: { name, basis: 'stated' } }),
		...(date && { date: { value: date, basis: 'stated' } })
	};
}
