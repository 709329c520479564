/** Words by which a service says that another one failed it, without its name. */
const blaming =
  /\b(?:depends? on|dependency|dependencies|upstream|downstream|backend|bad gateway|gateway time-?out|(?:peer|remote|other) (?:service|side|end)|service (?:is )?(?:un|not )available|circuit)\b|上游|下游|依赖|后端|网关超时|服务不可用|熔断/i;

export function blamesUnnamed(message: string): boolean {
  return blaming.test(message);
}
