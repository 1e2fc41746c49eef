@echo off
rem Runs the program of this board; installs it into .venv the first time.
setlocal
set PYTHONUTF8=1
set "here=%~dp0"
if exist "%here%.venv\Scripts\board.exe" goto run
where py >nul 2>nul && (py -3 -m venv "%here%.venv") || (python -m venv "%here%.venv")
if errorlevel 1 goto failed
pushd "%here%"
.venv\Scripts\python -m pip install --quiet --disable-pip-version-check -r requirements.txt
if errorlevel 1 popd & goto failed
popd
:run
"%here%.venv\Scripts\board.exe" %*
exit /b %errorlevel%
:failed
chcp 65001 >nul
echo 程序没有装好。请确认装了 Python 3.11 或更新的版本，安装包在 wheels 文件夹里，再运行一次。
exit /b 1
