const weights = [3, 7, 1, 3, 7, 1, 3, 7, 1];

/** Whether nine digits are a routing number: three, seven and one times its digits, in turn, come to a multiple of ten. */
export function isRoutingNumber(digits: string): boolean {
  if (!/^[0-9]{9}$/.test(digits)) return false;
  const sum = weights.reduce((running, weight, at) => running + weight * (digits.charCodeAt(at) - 48), 0);
  return sum % 10 === 0;
}
