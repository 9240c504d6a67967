import { takeBody } from '#lib/domain/classroom/api/class-api.ts';
import { refused } from '#lib/domain/classroom/outcome.ts';
import { UUID } from '#lib/domain/classroom/uuid.ts';
import { forTeacherOfAssignment } from '#lib/server/assignments/own-assignment.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { takeSavedAttempt } from '#lib/server/work/take-attempt.ts';

export const POST = endpoint(
	{ body: takeBody },
	forTeacherOfAssignment(async ({ context, event, body }, own) => {
		const { attempt: attemptId = '' } = event.params;
		if (!UUID.test(attemptId)) return refused({ code: 'missing' });
		return takeSavedAttempt(context, { own, attemptId, body });
	})
);
