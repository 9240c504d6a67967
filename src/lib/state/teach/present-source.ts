import { lookUp, type LookUp } from '#lib/bank/look-up.ts';
import type { FactId } from '#lib/bank/types.ts';
import { presentQuiz } from '#lib/domain/classroom/hand-out.ts';
import type { Item } from '#lib/domain/quiz/types.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import type { AssignmentRow } from '#lib/storage/class-rows.ts';
import { isOpen } from './teach-home.svelte.ts';

/** A Test that pupils can still sit and that asks of the same facts. */
interface OpenTest {
	id: string;
	title: string;
	className: string;
	/** epoch ms */
	closesAt?: number;
}

/** What is presented. */
export interface Presented {
	title: string;
	look: LookUp;
	items: readonly Item[];
	openTests: OpenTest[];
}

/** A quiz as it stands, or one as it was given to a class. */
export type PresentSource = { kind: 'quiz' | 'assignment'; id: string };

function factsOf(look: LookUp, items: readonly Item[]): Set<FactId> {
	const asked = items.flatMap(({ parts }) => parts.map(({ questionId }) => questionId));
	return new Set(asked.flatMap((id) => look.question(id)?.factIds ?? []));
}

function asksOf(row: AssignmentRow, facts: ReadonlySet<FactId>): boolean {
	const questions = row.versions.flatMap(({ bank }) => bank.questions);
	return questions.some(({ factIds }) => factIds.some((id) => facts.has(id)));
}

async function openTests(app: ClassApp, facts: ReadonlySet<FactId>): Promise<OpenTest[]> {
	const classes = new ClassRepository(app.database);
	const rows = await new AssignmentRepository(app.database).list();
	const open = rows.filter((row) => row.rules.mode === 'test' && isOpen(row, app.now()));
	return Promise.all(
		open
			.filter((row) => asksOf(row, facts))
			.map(async ({ id, title, classId, rules: { closesAt } }) => ({
				...{ id, title, className: (await classes.read(classId))?.name ?? '' },
				...(closesAt !== undefined && { closesAt })
			}))
	);
}

async function asGiven(
	app: ClassApp,
	id: string
): Promise<Omit<Presented, 'openTests'> | undefined> {
	const record = await new AssignmentRepository(app.database).read(id);
	const quiz = record && presentQuiz(record.assignment);
	return quiz && { title: record.assignment.title, look: lookUp(quiz.bank), items: quiz.items };
}

async function asMade(
	app: ClassApp,
	id: string
): Promise<Omit<Presented, 'openTests'> | undefined> {
	const quiz = await new ClassRepository(app.database).readQuiz(id);
	return quiz && { title: quiz.title, look: app.look, items: quiz.items };
}

/** Reads what is to be presented; `undefined` where it is not on this device. */
export async function readPresented(
	app: ClassApp,
	{ kind, id }: PresentSource
): Promise<Presented | undefined> {
	const found = await (kind === 'quiz' ? asMade(app, id) : asGiven(app, id));
	if (!found) return undefined;
	return { ...found, openTests: await openTests(app, factsOf(found.look, found.items)) };
}
