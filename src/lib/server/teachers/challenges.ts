import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { randomToken } from '#lib/server/secrets.ts';
import { challenges } from '#lib/server/store/schema.ts';

const CHALLENGE_MS = 5 * 60_000;

/** For what a passkey is asked: to make a teacher (`join`), to sign one in, to add another passkey. */
type ChallengePurpose = (typeof challenges.purpose.enumValues)[number];

/** Keeps what a passkey has to sign and for whom (JSON), for five minutes; the id it goes on under. */
export async function keepChallenge(
	context: ServerContext,
	row: { purpose: ChallengePurpose; challenge: string; subject: object }
): Promise<string> {
	const id = randomToken(context.crypto);
	const expiresAt = context.now() + CHALLENGE_MS;
	const subject = JSON.stringify(row.subject);
	await context.store.transact((database) =>
		database.insert(challenges).values({ ...row, id, subject, expiresAt })
	);
	return id;
}

/** Takes a challenge away for good: once, whatever comes of it then; `used` where it is gone or ran out. */
export async function takeChallenge<S extends v.GenericSchema>(
	context: ServerContext,
	id: string,
	{ purpose, subject }: { purpose: ChallengePurpose; subject: S }
): Promise<Outcome<{ challenge: string; subject: v.InferOutput<S> }, ApiProblem>> {
	const [row] = await context.store.transact((database) =>
		database
			.delete(challenges)
			.where(and(eq(challenges.id, id), eq(challenges.purpose, purpose)))
			.returning()
	);
	if (!row || row.expiresAt <= context.now()) return refused({ code: 'used' });
	return done({ challenge: row.challenge, subject: v.parse(subject, JSON.parse(row.subject)) });
}
