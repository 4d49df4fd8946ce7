// Hands a file to the person.

/** @param {string | Blob} content @param {string} name @param {string} [type] */
export function download(content, name, type = 'text/plain;charset=utf-8') {
  const address = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
