function numbered(words: string, from: number, step = 1): [string, number][] {
	return words.split(' ').map((word, at) => [word, from + at * step]);
}

/** zero to nineteen; in Arabic one to ten. */
export const SMALL = new Map([
	...numbered(
		'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
		0
	),
	...numbered('واحد اثنان ثلاث اربع خمس ست سبع ثماني تسع عشر', 1),
	...numbered('واحده اثنين ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره', 1)
]);

/** twenty to ninety. */
export const TENS = new Map([
	...numbered('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
	...numbered('عشرون ثلاثون اربعون خمسون ستون سبعون ثمانون تسعون', 20, 10),
	...numbered('عشرين ثلاثين اربعين خمسين ستين سبعين ثمانين تسعين', 20, 10)
]);

/** Arabic and Persian words that multiply what stands before them, or stand alone for one of them. */
export const BARE_SCALES = new Map([
	['ميه', 100],
	['مايه', 100],
	['الف', 1e3],
	['الاف', 1e3],
	['هزار', 1e3],
	['مليون', 1e6],
	['ملايين', 1e6],
	['ميليون', 1e6],
	['مليار', 1e9],
	['ميليارد', 1e9]
]);

/** Words that multiply what stands before them. */
export const SCALES = new Map([
	['couple', 2],
	['dozen', 12],
	['score', 20],
	['hundred', 100],
	['thousand', 1e3],
	['million', 1e6],
	['billion', 1e9],
	['trillion', 1e12],
	...BARE_SCALES
]);

/** Letters that multiply the digits they are attached to: "250k", "$1.2bn". */
export const SUFFIXES = new Map([
	['k', 1e3],
	['m', 1e6],
	['mn', 1e6],
	['mln', 1e6],
	['b', 1e9],
	['bn', 1e9],
	['tn', 1e12]
]);

/** Parts of a whole that are named without an article; the value is into how many parts it is divided. */
export const BARE_PARTS = new Map([
	['half', 2],
	['نصف', 2],
	['النصف', 2],
	['نيم', 2],
	['ثلث', 3],
	['ربع', 4]
]);

/** Names of the parts of a whole, singular. */
export const PARTS = new Map([
	...BARE_PARTS,
	['third', 3],
	['quarter', 4],
	...numbered('fifth sixth seventh eighth ninth tenth', 5)
]);

/** The classes of vague plurals that "of thousands" can follow. */
export const VAGUE = new Set('dozens scores tens hundreds thousands millions billions'.split(' '));

/** What "a" counts as one of: "up to a year". */
export const MEASURES = new Set(
	'second minute hour day night week fortnight month year decade century generation mile kilometre kilometer metre meter tonne ton'.split(
		' '
	)
);

/** Months, whose neighbouring figures are dates. */
export const MONTHS = new Set(
	'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec'.split(
		' '
	)
);

/** Words that end the noun after a figure, and that carry no meaning around an answer. */
export const FUNCTION_WORDS = new Set(
	'a an the of in on at to from by for with within without around about into onto over under near after before between against through during since until than as if so and or but nor while who whom whose which that this these those what when where why how it its they them their he him his she her we us our you your i my is are was were be been being am has have had do does did will would shall should may might can could must not no only also still already each per said says say saying reported killed died living remain remained including because there here then now yet up down out off all both'.split(
		' '
	)
);
