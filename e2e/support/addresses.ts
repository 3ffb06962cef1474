/** Every address the application answers, as the build that is being served names them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Route {
  id: string;
  parentId?: string;
  path?: string;
  hasLoader: boolean;
}

/** Addresses with their parameters as ":name", of routes that are not only the frame of others. */
export function addresses(): string[] {
  const folder = fileURLToPath(new URL('../../build/client/assets/', import.meta.url));
  const file = readdirSync(folder).find((name) => name.startsWith('manifest-'));
  if (!file) throw new Error(`No manifest of the routes in ${folder}`);
  const text = readFileSync(`${folder}${file}`, 'utf8');
  const { routes }: { routes: Record<string, Route> } = JSON.parse(
    text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1),
  );
  const addressOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    return route ? `${addressOf(route.parentId)}${route.path ? `/${route.path}` : ''}` : '';
  };
  const parents = new Set(Object.values(routes).map(({ parentId }) => parentId));
  return Object.keys(routes)
    .filter((id) => !parents.has(id))
    .map((id) => addressOf(id) || '/')
    .sort();
}
