export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** What stands at a path such as `ticket.id` or `errors.0`; undefined where nothing does. */
export function valueAt(json: Json | undefined, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((within, name) => {
    if (typeof within !== 'object' || within === null || !Object.hasOwn(within, name)) return undefined;
    return (within as Record<string, Json>)[name];
  }, json);
}
