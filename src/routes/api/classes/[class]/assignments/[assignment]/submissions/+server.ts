import * as v from 'valibot';
import { time } from '#lib/domain/classroom/api/fields.ts';
import { refused } from '#lib/domain/classroom/outcome.ts';
import { forTeacherOfAssignment } from '#lib/server/assignments/own-assignment.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { submissionsAfter } from '#lib/server/work/submissions.ts';

const digits = v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number), time);

export const GET = endpoint(
	{},
	forTeacherOfAssignment(async ({ context, event }, own) => {
		const after = v.safeParse(digits, event.url.searchParams.get('after') ?? '0');
		if (!after.success) return refused({ code: 'unfit', where: 'after' });
		return submissionsAfter(context, own, after.output);
	})
);
