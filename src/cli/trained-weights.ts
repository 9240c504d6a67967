import { proposeDrafts } from '#lib/domain/drafting/propose-drafts.ts';
import {
	answerOf,
	draftFacts,
	reportFacts,
	type Ranked
} from '#lib/domain/drafting/ranking/facts.ts';
import {
	areaUnderCurve,
	fitWeights,
	likelihoodOf,
	type Fitted,
	type Sample
} from '#lib/domain/drafting/ranking/fit-weights.ts';
import { rankDrafts } from '#lib/domain/drafting/ranking/rank.ts';
import { TRAIT_NAMES, traitsOf } from '#lib/domain/drafting/ranking/traits.ts';
import { readPassages } from './draft-lines.ts';

/** How far large weights are held back. */
const STRENGTH = 5;
/** What a useless draft counts beside one that wants an edit. */
const USELESS = 1.3;
const FOLDS = 10;
const PER_100 = 3;

interface Verdict {
	id: string;
	question: string;
	answer: string;
	verdict: string;
}

interface Passage {
	text: string;
	fold: number;
	proposed: Ranked[];
	/** What was said of a draft, by its question and answer. */
	verdicts: ReadonlyMap<string, string>;
}

interface Judged extends Sample {
	fold: number;
}

const keyOf = ({ question, answer }: Pick<Verdict, 'question' | 'answer'>) =>
	`${question}\n${answer}`;

type Said = Map<string, Map<string, string>>;

function verdictOf(line: string): Verdict | undefined {
	try {
		const read = JSON.parse(line) as Partial<Verdict> | null;
		const fields = [read?.id, read?.question, read?.answer, read?.verdict];
		return fields.every((field) => typeof field === 'string') ? (read as Verdict) : undefined;
	} catch {
		return undefined;
	}
}

/** What was said of the drafts of each passage, by its id, or the first line that says nothing. */
function verdictsOf(content: string): Said | { line: number } {
	const said: Said = new Map();
	for (const [at, line] of content.split('\n').entries()) {
		if (line.trim() === '') continue;
		const verdict = verdictOf(line);
		if (!verdict) return { line: at + 1 };
		const known = said.get(verdict.id) ?? new Map<string, string>();
		said.set(verdict.id, known.set(keyOf(verdict), verdict.verdict));
	}
	return said;
}

function withDrafts(passages: readonly { id: string; text: string }[], said: Said): Passage[] {
	return passages.map(({ id, text }, at) => ({
		text,
		fold: at % FOLDS,
		proposed: proposeDrafts(text, {}) ?? [],
		verdicts: said.get(id) ?? new Map<string, string>()
	}));
}

function judgedOf({ text, fold, proposed, verdicts }: Passage): Judged[] {
	const report = reportFacts(text);
	return proposed.flatMap((each): Judged[] => {
		const { question } = each.draft;
		const verdict = verdicts.get(keyOf({ question, answer: answerOf(each.draft) }));
		if (verdict === undefined) return [];
		return [
			{
				fold,
				traits: traitsOf(draftFacts(each, report)),
				isAcceptable: verdict === 'acceptable',
				weight: verdict === 'useless' ? USELESS : 1
			}
		];
	});
}

/** What was said of the best drafts of a passage, three a hundred words and one at least. */
function bestVerdicts({ text, proposed, verdicts }: Passage, fitted: Fitted): string[] {
	const count = Math.max(1, Math.floor((PER_100 * text.split(/\s+/u).length) / 100));
	return rankDrafts(proposed, text, fitted)
		.slice(0, count)
		.map(
			(draft) => verdicts.get(keyOf({ question: draft.question, answer: answerOf(draft) })) ?? '?'
		);
}

function sharesOf(verdicts: readonly string[]): string {
	const share = (wanted: string) =>
		`${((100 * verdicts.filter((each) => each === wanted).length) / verdicts.length).toFixed(1)} % ${wanted}`;
	return `${['acceptable', 'edit', 'useless', '?'].map(share).join(', ')} of ${verdicts.length}`;
}

function rowsOf(values: readonly number[]): string {
	return TRAIT_NAMES.map((name, at) => `\t${name}: ${(values[at] ?? 0).toFixed(2)}`).join(',\n');
}

function meansOf(judged: readonly Judged[]): number[] {
	return TRAIT_NAMES.map(
		(_, at) => judged.reduce((sum, { traits }) => sum + (traits[at] ?? 0), 0) / judged.length
	);
}

function fileOf({ base, weights }: Fitted, means: readonly number[]): string {
	return `/** What every draft begins with. Fitted to verdicts on drafts; how, and under which licence: docs/drafting.md. */
export const BASE = ${base.toFixed(2)};

/** What each trait of a draft adds to its score or takes from it. */
export const WEIGHTS = {
${rowsOf(weights)}
} as const;

/** How far each trait holds of a draft on the whole. */
export const MEANS = {
${rowsOf(means)}
} as const;
`;
}

/** What comes of training: the file to keep and how well it does, or what is wrong with the verdicts. */
export type Trained = { ok: true; file: string; report: string } | { ok: false; problem: string };

function trained(passages: readonly Passage[]): Trained {
	const judged = passages.flatMap(judgedOf);
	if (judged.length === 0) return { ok: false, problem: 'No verdict is on a draft made today.' };
	const folds = Array.from({ length: FOLDS }, (_, fold) =>
		fitWeights(
			judged.filter((each) => each.fold !== fold),
			STRENGTH
		)
	);
	const unseen = judged.map(({ fold, traits, isAcceptable }) => ({
		likely: likelihoodOf(folds[fold] as Fitted, traits),
		isGood: isAcceptable
	}));
	const best = passages.flatMap((passage) => bestVerdicts(passage, folds[passage.fold] as Fitted));
	const report = `${judged.length} verdicts, ${passages.length} passages
area under the curve, unseen passages: ${areaUnderCurve(unseen).toFixed(3)}
best ${PER_100} per 100 words, unseen passages: ${sharesOf(best)}`;
	return { ok: true, file: fileOf(fitWeights(judged, STRENGTH), meansOf(judged)), report };
}

/**
 * The file of weights that fits verdicts best, and how well weights fitted to nine tenths of the
 * passages do on the last tenth.
 */
export function trainOn(passageLines: string, verdictLines: string): Trained {
	const read = readPassages(passageLines);
	if (!read.ok) return { ok: false, problem: `Passages, line ${read.line}: not {id, text}.` };
	const said = verdictsOf(verdictLines);
	if ('line' in said) return { ok: false, problem: `Verdicts, line ${said.line}: not a verdict.` };
	return trained(withDrafts(read.passages, said));
}
