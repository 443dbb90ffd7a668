import type { Request, Response } from 'restify';

/** Who takes what Teams delivers, after checking that it is Teams. */
export type ActivityReceiver = (authorization: string, activity: unknown) => Promise<ActivityAnswer>;

export interface ActivityAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** `POST /api/messages`: where Teams delivers what people say and click. */
export function answerActivity(receive: ActivityReceiver) {
  return async (request: Request, response: Response): Promise<void> => {
    const { status, body } = await receive(request.header('authorization', ''), request.body);
    response.send(status, body);
  };
}
