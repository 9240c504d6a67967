import { makeReleaseCode } from '#lib/domain/classroom/release.ts';
import type { Parallel } from '#lib/domain/classroom/parallel.ts';
import type { QuizPart } from '#lib/domain/classroom/quiz-parts.ts';
import type {
	Assignment,
	AssignmentRules,
	ClassQuiz,
	PupilNo
} from '#lib/domain/classroom/types.ts';
import type { Question } from '#lib/bank/types.ts';
import { supports } from '#lib/domain/quiz/single-items.ts';
import type { Item } from '#lib/domain/quiz/types.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { ClassRepository, type MissingProblem } from '#lib/storage/class-repository.ts';
import { done, refused, type Outcome, type StoreProblem } from '#lib/storage/outcome.ts';
import { freezeFor } from './quiz-freezing.ts';
import { bankFor, isSingle, remade, wished } from './quiz-items.ts';

/** Why no further paper was made. `nothing`: the library has no questions for it. */
export type PaperProblem = StoreProblem | MissingProblem | { code: 'nothing' };

/** A parallel paper as a draft, and how near it comes. */
export interface SecondPaper extends Omit<Parallel, 'items'> {
	quiz: ClassQuiz;
}

/** A new paper's place in the list of quizzes. */
type Titled = Pick<ClassQuiz, 'title'>;

/** Another question on the same facts, that the paper did not ask; the question itself where there is none. */
function fresh(
	{ look }: Pick<ClassApp, 'look'>,
	{ questionId }: QuizPart,
	spent: ReadonlySet<string>
): Question | undefined {
	const question = look.question(questionId);
	const siblings = (question?.factIds ?? [])
		.flatMap((id) => look.questionsOf(id))
		.filter(({ id, comparisonId }) => !spent.has(id) && comparisonId === undefined);
	return siblings.find(({ kind }) => kind === question?.kind) ?? siblings[0] ?? question;
}

function wishes(app: ClassApp, parts: readonly QuizPart[], asked: readonly QuizPart[]): Item[] {
	const spent = new Set(asked.map(({ questionId }) => questionId));
	const chosen = new Set<string>();
	return parts.flatMap((part) => {
		const question = fresh(app, part, spent);
		if (!question || chosen.has(question.id)) return [];
		spent.add(question.id);
		chosen.add(question.id);
		const isFit = isSingle(part.item) && supports(question, part.item.form);
		return [wished(question.id, isFit && isSingle(part.item) ? part.item.form : 'type')];
	});
}

function draft(app: ClassApp, { title }: Titled, items: readonly Item[]): ClassQuiz {
	const id = app.newId();
	const seed = id.slice(-12);
	return {
		...{ id, title, seed },
		items: remade({ bank: bankFor(app, items), seed, items }),
		state: 'draft',
		changedAt: app.now()
	};
}

/** A draft that asks of the same facts again, in other questions where there are any. */
export async function draftReteaching(
	app: ClassApp,
	{ title, parts, asked }: Titled & { parts: readonly QuizPart[]; asked: readonly QuizPart[] }
): Promise<Outcome<ClassQuiz, PaperProblem>> {
	const items = wishes(app, parts, asked);
	if (items.length === 0) return refused({ code: 'nothing' });
	return new ClassRepository(app.database).saveQuiz(draft(app, { title }, items));
}

/** A parallel paper as a draft. */
export async function draftSecond(
	app: ClassApp,
	assignment: Assignment,
	{ title }: Titled
): Promise<Outcome<SecondPaper, PaperProblem>> {
	const classes = new ClassRepository(app.database);
	const [{ drawParallel }, first] = await Promise.all([
		import('#lib/domain/classroom/parallel.ts'),
		classes.readQuiz(assignment.quizId)
	]);
	const sat = assignment.versions.at(-1);
	if (!sat) return refused({ code: 'missing' });
	const drawn = { items: sat.items, ...(first?.blueprint && { blueprint: first.blueprint }) };
	const { items, ...nearness } = drawParallel(app.look.bank, drawn, app.newId());
	if (items.length === 0) return refused({ code: 'nothing' });
	const { blueprint } = drawn;
	const quiz = { ...draft(app, { title }, items), ...(blueprint && { blueprint }) };
	const saved = await classes.saveQuiz(quiz);
	return saved.ok ? done({ quiz, ...nearness }) : saved;
}

/** Gives a parallel paper to those who have not sat the first, on the same terms and from now on. */
export async function giveSecond(
	app: ClassApp,
	assignment: Assignment,
	{ quizId, numbers }: { quizId: string; numbers: readonly PupilNo[] }
): Promise<Outcome<Assignment, PaperProblem>> {
	const classes = new ClassRepository(app.database);
	const quiz = await classes.readQuiz(quizId);
	if (!quiz) return refused({ code: 'missing' });
	const published = await classes.saveQuiz({ ...quiz, state: 'published', changedAt: app.now() });
	if (!published.ok) return published;
	const rules: AssignmentRules = { ...assignment.rules };
	delete rules.opensAt;
	delete rules.closesAt;
	const extra = assignment.exceptions.filter(
		({ no, extraMinutes }) => numbers.includes(no) && extraMinutes !== undefined
	);
	return new AssignmentRepository(app.database).create({
		id: app.newId(),
		classId: assignment.classId,
		quizId,
		title: quiz.title.trim(),
		rules,
		exceptions: extra.map(({ no, extraMinutes }) => ({ no, extraMinutes })),
		pupils: [...numbers],
		versions: [await freezeFor(app, quiz, { rules, version: 1 })],
		...(rules.mode === 'test' && { releaseCode: makeReleaseCode(crypto) }),
		parallelOf: assignment.id,
		createdAt: app.now()
	});
}
