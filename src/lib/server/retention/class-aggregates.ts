import { asc, eq } from 'drizzle-orm';
import type {
	ClassAggregates,
	KeptCounts,
	KeptQuestion
} from '#lib/domain/classroom/api/class-api.ts';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { OwnClass } from '#lib/server/classes/own-class.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { aggregates } from '#lib/server/store/schema.ts';
import type { AssignmentAggregate } from './aggregate.ts';

function keptQuestion(stored: AssignmentAggregate['questions'][number]): KeptQuestion {
	const { itemNo, part, ask, kind, dropped } = stored;
	const { seen, right, partly, wrong, open, undecided } = stored;
	return { itemNo, part, ask, kind, seen, right, partly, wrong, open, undecided, dropped };
}

/** What stays of one's own class: counts by question of each assignment that was swept. */
export async function classAggregates(
	{ store: { database } }: Pick<ServerContext, 'store'>,
	{ classId }: OwnClass
): Promise<Outcome<ClassAggregates, ApiProblem>> {
	const rows = await database
		.select()
		.from(aggregates)
		.where(eq(aggregates.classId, classId))
		// Assignments' ids begin with the time they were made at.
		.orderBy(asc(aggregates.assignmentId));
	const assignments = rows.map(({ assignmentId, body, madeAt }): KeptCounts => {
		// Written by the sweep of this program.
		const { title, pupils, questions } = JSON.parse(body) as AssignmentAggregate;
		return { assignmentId, title, pupils, madeAt, questions: questions.map(keptQuestion) };
	});
	return done({ assignments });
}
