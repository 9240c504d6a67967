import { forTeacherOfAssignment } from '#lib/server/assignments/own-assignment.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { liveView } from '#lib/server/work/live-view.ts';

export const GET = endpoint(
	{},
	forTeacherOfAssignment(({ context }, own) => liveView(context, own))
);
