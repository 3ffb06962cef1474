/**
 * The latest assessment of every change as NDJSON, one `{ dossier, result }` a line: what `changemark rerun` reads.
 * Streamed page by page; nothing is held open while a slow reader reads.
 */
import { sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';

/** Few, because each may be a hundred thousand characters. */
const PAGE = 50;

interface Line extends Record<string, unknown> {
  change_id: string;
  dossier: unknown;
  result: unknown;
}

const pageAfter = (actor: Actor, after: string | null) =>
  inOrganisation(actor, (tx) =>
    tx.execute<Line>(sql`
      select latest.change_id, latest.dossier, latest.result
      from changes
      join lateral (
        select change_id, dossier, result from assessments
        where assessments.org_id = changes.org_id and assessments.change_id = changes.id
        order by number desc limit 1
      ) as latest on true
      where changes.org_id = ${actor.orgId} and ${after === null ? sql`true` : sql`changes.id > ${after}::uuid`}
      order by changes.id
      limit ${PAGE}`),
  );

/** Records the export and returns the stream of lines. */
export async function exportAssessments(actor: Actor): Promise<ReadableStream<Uint8Array>> {
  await inOrganisation(actor, (tx) =>
    record(tx, auditActor(actor), {
      action: 'assessments.exported',
      object: { type: 'register', id: null, ref: 'latest assessments' },
    }),
  );
  const encoder = new TextEncoder();
  let after: string | null = null;
  return new ReadableStream({
    async pull(controller) {
      const page = await pageAfter(actor, after);
      for (const { dossier, result } of page) {
        controller.enqueue(encoder.encode(`${JSON.stringify({ dossier, result })}\n`));
      }
      after = page.at(-1)?.change_id ?? after;
      if (page.length < PAGE) controller.close();
    },
  });
}
