import type { Word, WordRange } from '#lib/domain/drafting/types.ts';
import type { Quantity } from '#lib/text/types.ts';

/** A figure among the words of its sentence. */
export interface FigureContext extends WordRange {
	quantity: Quantity;
	words: readonly Word[];
	/** The word n before the figure, in lower case: 1 is next to it. */
	before: (distance: number) => string;
	/** The word n behind it. */
	after: (distance: number) => string;
}

/** A figure that is not a count, by what stands around it. */
interface NotCount {
	/** What is seen, for whoever reads the list. */
	name: string;
	applies: (figure: FigureContext) => boolean;
}

const NAME_OF_PERSON = /^\p{Lu}\p{L}+$/u;
const TIME_BEFORE =
	/^(?:in|by|since|until|till|from|during|before|after|early|late|mid|of|to|and|around|about|circa|c\.|summer|winter|spring|autumn|fall|year)$/u;

const isBare = ({ quantity }: FigureContext) => quantity.unit === '';

function isYearly(...values: number[]): boolean {
	return values.every((value) => Number.isInteger(value) && value >= 1000 && value <= 2100);
}

/** A bare figure right behind a word of time, or at the head of its sentence. */
function standsAsYear({ words, first, before }: FigureContext): boolean {
	const isYearWritten = /^\d{4}$/u.test(words[first]?.text ?? '');
	return isYearWritten && (first === 0 || TIME_BEFORE.test(before(1)));
}

function isYear(figure: FigureContext): boolean {
	const { amount, hedge } = figure.quantity;
	if (!isBare(figure) || hedge !== 'exact') return false;
	if (amount.type === 'range') return isYearly(amount.low, amount.high);
	return amount.type === 'value' && isYearly(amount.value) && standsAsYear(figure);
}

/** Whether a bracket opened before the figure is still open at it. */
function isBracketed({ words, first }: FigureContext): boolean {
	for (let at = first - 1; at >= 0; at -= 1) {
		if (/^[)\]]$/u.test(words[at]?.text ?? '')) return false;
		if (/^[([]$/u.test(words[at]?.text ?? '')) return true;
	}
	return false;
}

/** A measure in the singular before another word: "point lead". */
const COMPOUND =
	/^(?:point|goal|mile|day|year|hour|man|part|page|metre|meter|minute|month|week|person|storey|room) \p{L}/u;

/** Figures that a question must not ask "how many" about. */
export const NOT_COUNTS: readonly NotCount[] = [
	{ name: 'a year: "in 1263", "from 1073 to 1074"', applies: isYear },
	{
		name: 'an era: "940 AD"',
		applies: ({ after }) => /^(?:ad|bc|bce|ce|b\.c\.|a\.d\.)$/u.test(after(1))
	},
	{
		name: 'an age between commas: "Ann Miller, 25,"',
		applies: (figure) =>
			isBare(figure) &&
			figure.before(1) === ',' &&
			/^[,.;]?$/u.test(figure.after(1)) &&
			NAME_OF_PERSON.test(figure.words[figure.first - 2]?.text ?? '')
	},
	{
		name: 'an age in words: "the age of about 24", "aged 12"',
		applies: ({ before }) =>
			/^(?:age|aged|ages)$/u.test(before(1)) || (before(1) === 'of' && before(2) === 'age')
	},
	{
		name: 'an age behind it: "25 years old", "12 years of age"',
		applies: ({ after }) => after(1) === 'old' || (after(1) === 'of' && after(2) === 'age')
	},
	{
		name: 'an age of somebody: "when he was around 16"',
		applies: (figure) =>
			isBare(figure) &&
			/^(?:was|is|were|turned|turns)$/u.test(figure.before(1)) &&
			/^(?:he|she)$/u.test(figure.before(2))
	},
	{
		name: 'a number in a name: "Flight 77", "Game Seven"',
		applies: (figure) =>
			isBare(figure) &&
			figure.quantity.hedge === 'exact' &&
			/^\p{Lu}/u.test(figure.words[figure.first - 1]?.text ?? '') &&
			figure.first > 1
	},
	{
		name: 'a number in a name that opens the sentence',
		applies: (figure) =>
			isBare(figure) &&
			figure.first === 1 &&
			/^(?:NOUN|PROPN)$/u.test(figure.words[0]?.tag ?? '') &&
			figure.quantity.hedge === 'exact'
	},
	{
		name: 'a score: "5–3"',
		applies: ({ quantity, words, first, last }) =>
			quantity.amount.type === 'value' &&
			words.slice(first, last + 1).some(({ text }) => /\d\s*[–—:-]\s*\d/u.test(text))
	},
	{
		name: 'a score in two words: "5 – 3"',
		applies: ({ before, after }) =>
			(/^[–—-]$/u.test(before(1)) && /^\d+$/u.test(before(2))) ||
			(/^[–—-]$/u.test(after(1)) && /^\d+$/u.test(after(2)))
	},
	{
		name: 'a score behind a word of the game: "the set 20-25"',
		applies: (figure) =>
			isBare(figure) &&
			figure.quantity.amount.type === 'range' &&
			/^(?:set|game|match|half|final|quarter|round|won|win|lost|loss|beat|score|lead|by|defeat|victory)$/u.test(
				figure.before(1)
			)
	},
	{
		name: 'a lead: "21 behind"',
		applies: (figure) =>
			isBare(figure) && /^(?:behind|ahead|down|up|all|love)$/u.test(figure.after(1))
	},
	{
		name: 'a time of the day: "7 pm", "at 7 o\'clock"',
		applies: ({ after }) =>
			/^(?:am|pm|a\.m\.|p\.m\.|a\.m|p\.m|o['’]clock|gmt|hours?['’])$/u.test(after(1))
	},
	{
		name: '"half time", "second half"',
		applies: ({ quantity, after }) =>
			quantity.unit === 'share' &&
			/^(?:time|-time|term|brother|sister|marathon|way|back)$/u.test(after(1))
	},
	{ name: 'in brackets: "(3,000 km2)", "[12]"', applies: isBracketed },
	{
		name: '"many", and a bare "few" or "several"',
		applies: (figure) => {
			const { amount } = figure.quantity;
			if (amount.type !== 'vague') return false;
			return amount.vague === 'many' || (isBare(figure) && /^(?:few|several)$/u.test(amount.vague));
		}
	},
	{
		name: 'a bare "one"',
		applies: (figure) => {
			const { amount } = figure.quantity;
			return isBare(figure) && amount.type === 'value' && amount.value === 1;
		}
	},
	{
		name: 'part of a compound: "3 point field goals", "a 6 day week"',
		applies: ({ quantity, after }) =>
			COMPOUND.test(quantity.unit) ||
			(quantity.unit === '' && COMPOUND.test(`${after(1)} ${after(2)}`))
	}
];
