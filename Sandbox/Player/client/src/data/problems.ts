import { t } from '../ui/strings.ts';

/** What a refusal without a sentence of the organization's own means. */
export function sentenceFor(status: number): string {
  switch (status) {
    case 401: return t('status401');
    case 403: return t('status403');
    case 404: return t('status404');
    default: return t('statusOther', status);
  }
}
