/** Words by which an answer says that the log does not tell. */
const notEnough =
  /(?:not enough|insufficient|no sufficient|lacks?) (?:the )?evidence|(?:can ?not|can['’]t|could not|unable to|impossible to) (?:be )?(?:determine|tell|say|establish|identif|conclude|know)|(?:does|do) not (?:show|say|tell|contain) (?:the |why|what)|cause (?:is |remains )?(?:unknown|unclear)|证据不(?:足|够)|无法(?:判断|确定|得出|确认|判定|得知)|不足以|原因(?:不明|未知|不清)/i;

/** Words by which it says that all is as usual. */
const nothingWrong =
  /nothing (?:is |was |went |seems |looks |appears )?(?:to be )?(?:wrong|broken|unusual|abnormal)|\bno (?:(?:clear|obvious|real|actual) )?(?:signs? of |evidence of )?(?:an? |any )?(?:trouble|incident|problem|outage|failure|anomal)|(?:没有|未见|未发现|无)(?:任何|明显)?的?(?:异常|故障|问题|事故|事件)|一切正常|运行正常/i;

export const saysNotEnough = (answer: string): boolean => notEnough.test(answer);
export const saysNothingWrong = (answer: string): boolean => nothingWrong.test(answer);
