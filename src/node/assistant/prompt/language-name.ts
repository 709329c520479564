/** `zh-cn` → `Simplified Chinese`; what is no language is called as it is. */
export function languageName(tag: string): string {
  const [language, ...rest] = tag.toLowerCase().split(/[-_]/);
  if (language === 'zh') {
    const isTraditional = ['tw', 'hk', 'mo', 'hant'].some((one) => rest.includes(one));
    return isTraditional ? 'Traditional Chinese' : 'Simplified Chinese';
  }
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? 'English';
  } catch {
    return 'English';
  }
}
